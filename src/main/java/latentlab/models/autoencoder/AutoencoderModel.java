package latentlab.models.autoencoder;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelTrainer;
import latentlab.models.Reconstructor;
import latentlab.models.TrainableEncoder;
import latentlab.models.networks.CodeSpread;
import latentlab.models.networks.NetworkGroup;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** An autoencoder. */
class AutoencoderModel implements GenerativeModel, TrainableEncoder, Reconstructor {

  private final ImageDomain images;
  private final int latent;
  private final AutoencoderNetworks networks;
  private final NetworkGroup group;
  private final CodeActivation activation;
  private final PixelError pixelError;
  private final CodeSpread spread = new CodeSpread();
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final AutoencoderObjective objective;
  private final AutoencoderTrainer trainer;
  private float[] codesInTraining = {};

  AutoencoderModel(AutoencoderConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    this.images = images;
    this.latent = config.latent();
    this.networks = AutoencoderNetworks.of(config, images.shape(), seed);
    this.group = new NetworkGroup(networks.encoder(), networks.decoder());
    this.activation = config.sparsity().codeActivation();
    this.pixelError = new PixelError(config.loss(), pixels);
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(latent);
    this.objective = new AutoencoderObjective(config, networks, pixels);
    this.trainer = new AutoencoderTrainer(this, objective, group, spread, config.schedule());
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return group.parameterCount();
  }

  @Override
  public Tensors weights() {
    return spread.addedTo(group.weights());
  }

  @Override
  public void setWeights(Tensors weights) {
    spread.check(weights); // Before anything is changed; the others check themselves.
    group.setWeights(weights);
    spread.set(weights);
  }

  @Override
  public ModelTrainer trainer() {
    return trainer;
  }

  @Override
  public int latentSize() {
    return latent;
  }

  /** Three times the root mean square of the codes of late; 1 for sigmoids, which end there. */
  @Override
  public float latentExtent() {
    return activation == CodeActivation.SIGMOID ? 1 : spread.extent();
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    LatentCodes codes =
        RowChunks.encode(
            batch,
            images.shape(),
            latent,
            (from, rows, target, offset) -> {
              Matrix heads = networks.encoder().infer(pixelInput.fill(batch.pixels(), from, rows));
              heads.buffer().get(0, target, offset, rows * latent);
            });
    activation.apply(codes.values());
    return codes;
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return RowChunks.decode(
        codes,
        latent,
        images.shape(),
        (from, rows, pixels, offset) -> {
          Matrix logits = networks.decoder().infer(codeInput.fill(codes.values(), from, rows));
          pixelError.draw(logits, pixels, offset);
        });
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(encode(batch));
  }

  /** Of the images as they are: corruption is for learning to draw, not for using the codes. */
  @Override
  public LatentCodes encodeInTraining(ImageBatch batch, Seed seed) {
    RowChunks.checkShape(batch, images.shape());
    Matrix input = pixelInput.fill(batch.pixels(), 0, batch.count());
    float[] codes = new float[Math.multiplyExact(batch.count(), latent)];
    networks.encoder().forward(List.of(input), Pass.training(seed)).get(0).copyTo(codes);
    activation.apply(codes);
    codesInTraining = codes;
    return new LatentCodes(batch.count(), latent, codes.clone());
  }

  @Override
  public void descend(float[] codeErrors, double rateFactor) {
    if (codesInTraining.length == 0 || codeErrors.length != codesInTraining.length) {
      throw new IllegalArgumentException(
          codeErrors.length + " errors were given for " + codesInTraining.length + " codes");
    }
    float[] errors = codeErrors.clone();
    activation.goBack(codesInTraining, errors);
    networks.encoder().backwardWithoutInputError(codeInput.fill(errors, 0, errors.length / latent));
    networks.encoder().update(rateFactor);
    spread.observe(codesInTraining);
    codesInTraining = new float[0];
  }

  /** For tests: one pass forward and backward, with the gradients of unit times the total. */
  Tensors gradients(ImageBatch batch, Seed seed) {
    objective.computeGradients(batch, seed);
    return group.gradients();
  }

  @Override
  public void close() {
    objective.close();
    networks.close();
    pixelInput.close();
    codeInput.close();
  }
}
