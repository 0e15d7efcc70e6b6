package latentlab.models.stacked;

import latentlab.data.ImageBatch;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelTrainer;
import latentlab.models.Reconstructor;
import latentlab.models.TrainableEncoder;
import latentlab.models.networks.CodeSpread;
import latentlab.models.networks.RowChunks;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A stacked autoencoder. */
final class StackedModel implements GenerativeModel, TrainableEncoder, Reconstructor {

  private final ImageDomain images;
  private final int latent;
  private final LayerStack stack;
  private final CodeSpread spread = new CodeSpread();
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final StackedTrainer trainer;

  StackedModel(StackedConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    this.images = images;
    this.latent = config.latent();
    this.stack = new LayerStack(pixels, config, seed);
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(latent);
    this.trainer = new StackedTrainer(this, config, pixels);
  }

  LayerStack stack() {
    return stack;
  }

  CodeSpread spread() {
    return spread;
  }

  /** Some images of a batch as a matrix, overwritten by the next call with as many rows. */
  Matrix input(ImageBatch batch, int from, int rows) {
    RowChunks.checkShape(batch, images.shape());
    return pixelInput.fill(batch.pixels(), from, rows);
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return stack.all().parameterCount();
  }

  @Override
  public Tensors weights() {
    return spread.addedTo(stack.all().weights());
  }

  @Override
  public void setWeights(Tensors weights) {
    spread.check(weights); // Before anything is changed; the networks check themselves.
    stack.all().setWeights(weights);
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

  @Override
  public float latentExtent() {
    return spread.extent();
  }

  @Override
  public LatentCodes encode(ImageBatch batch) {
    return RowChunks.encode(
        batch,
        images.shape(),
        latent,
        (from, rows, codes, offset) -> {
          Matrix made = stack.inferCodes(input(batch, from, rows));
          made.buffer().get(0, codes, offset, rows * latent);
        });
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return RowChunks.decode(
        codes,
        latent,
        images.shape(),
        (from, rows, pixels, offset) -> {
          Matrix made = stack.inferPixels(codeInput.fill(codes.values(), from, rows));
          made.buffer().get(0, pixels, offset, rows * made.columns());
        });
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(encode(batch));
  }

  @Override
  public LatentCodes encodeInTraining(ImageBatch batch, Seed seed) {
    float[] codes = new float[Math.multiplyExact(batch.count(), latent)];
    stack.forwardCodes(input(batch, 0, batch.count())).copyTo(codes);
    return new LatentCodes(batch.count(), latent, codes);
  }

  @Override
  public void descend(float[] codeErrors, double rateFactor) {
    stack.backwardCodes(codeInput.fill(codeErrors, 0, codeErrors.length / latent));
    stack.encoders().update(rateFactor);
  }

  @Override
  public void close() {
    stack.close();
    pixelInput.close();
    codeInput.close();
    trainer.close();
  }
}
