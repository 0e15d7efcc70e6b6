package latentlab.models.recurrent;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.recurrent.Repetition;
import latentlab.engine.layers.recurrent.StateOutput;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
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

/** A recurrent autoencoder. */
final class RecurrentModel implements GenerativeModel, TrainableEncoder, Reconstructor {

  private final ImageDomain images;
  private final int latent;
  private final RowOutput output;
  private final Network encoder;
  private final Network decoder;
  private final NetworkGroup networks;
  private final CodeSpread spread = new CodeSpread();
  private final MatrixBuffer pixelInput;
  private final MatrixBuffer codeInput;
  private final RecurrentTrainer trainer;

  RecurrentModel(RecurrentConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    this.images = images;
    this.latent = config.latent();
    this.output = RowOutput.of(config.loss(), pixels);
    Adam adam = new Adam(config.learningRate());
    this.encoder = Network.of(encoderPlan(config, images.shape()), adam, seed.derive("encoder"));
    this.decoder =
        Network.of(
            decoderPlan(config, images.shape(), output.activation()), adam, seed.derive("decoder"));
    this.networks = new NetworkGroup(encoder, decoder);
    this.pixelInput = new MatrixBuffer(pixels);
    this.codeInput = new MatrixBuffer(latent);
    this.trainer = new RecurrentTrainer(this, config);
  }

  private static NetworkPlan encoderPlan(RecurrentConfig config, ImageShape shape) {
    return NetworkPlan.sequence(
        "encoder",
        new FeatureShape(shape.height(), shape.width(), shape.channels()),
        List.of(
            config.cell().layer(config.units(), StateOutput.LAST_STEP),
            new Dense(config.latent(), WeightRule.GLOROT_UNIFORM)));
  }

  private static NetworkPlan decoderPlan(
      RecurrentConfig config, ImageShape shape, ActivationFunction last) {
    int row = shape.width() * shape.channels();
    List<UnaryConfiguration> layers = new ArrayList<>();
    layers.add(new Dense(config.units(), WeightRule.GLOROT_UNIFORM, ActivationFunction.TANH));
    layers.add(new Repetition(shape.height()));
    layers.add(config.cell().layer(config.units(), StateOutput.EVERY_STEP));
    layers.add(new Convolution(row, 1, 1, Padding.SAME, WeightRule.GLOROT));
    if (last != ActivationFunction.IDENTITY) {
      layers.add(new Activation(last));
    }
    return NetworkPlan.sequence("decoder", FeatureShape.vector(config.latent()), layers);
  }

  /** One pass forward and backward; the gradients stay in the networks. */
  double computeGradients(ImageBatch batch) {
    Matrix codes = encoder.forward(input(batch, 0, batch.count()));
    spread.observe(codes);
    Matrix drawn = decoder.forward(codes);
    double loss = output.loss(drawn, batch.pixels());
    Matrix codeErrors = decoder.backward(output.error(drawn, batch.pixels()));
    encoder.backwardWithoutInputError(codeErrors);
    return loss;
  }

  /** The loss of some images of a batch, as a mean over them, in use. */
  double loss(ImageBatch batch, int from, int rows) {
    Matrix drawn = decoder.infer(encoder.infer(input(batch, from, rows)));
    return output.loss(drawn, RowChunks.pixels(batch, from, rows));
  }

  List<Network> networkList() {
    return List.of(encoder, decoder);
  }

  NetworkGroup networks() {
    return networks;
  }

  private Matrix input(ImageBatch batch, int from, int rows) {
    RowChunks.checkShape(batch, images.shape());
    return pixelInput.fill(batch.pixels(), from, rows);
  }

  @Override
  public ImageDomain images() {
    return images;
  }

  @Override
  public long parameterCount() {
    return networks.parameterCount();
  }

  @Override
  public Tensors weights() {
    return spread.addedTo(networks.weights());
  }

  @Override
  public void setWeights(Tensors weights) {
    spread.check(weights); // Before anything is changed; the networks check themselves.
    networks.setWeights(weights);
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
        (from, rows, codes, offset) ->
            encoder.infer(input(batch, from, rows)).buffer().get(0, codes, offset, rows * latent));
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return RowChunks.decode(
        codes,
        latent,
        images.shape(),
        (from, rows, pixels, offset) ->
            output.pixels(
                decoder.infer(codeInput.fill(codes.values(), from, rows)), pixels, offset));
  }

  @Override
  public ImageBatch reconstruct(ImageBatch batch) {
    return decode(encode(batch));
  }

  @Override
  public LatentCodes encodeInTraining(ImageBatch batch, Seed seed) {
    float[] codes = new float[Math.multiplyExact(batch.count(), latent)];
    encoder.forward(input(batch, 0, batch.count())).copyTo(codes);
    return new LatentCodes(batch.count(), latent, codes);
  }

  @Override
  public void descend(float[] codeErrors, double rateFactor) {
    encoder.backwardWithoutInputError(codeInput.fill(codeErrors, 0, codeErrors.length / latent));
    trainer.clip(List.of(encoder));
    encoder.update(rateFactor);
  }

  @Override
  public void close() {
    networks.close();
    output.close();
    pixelInput.close();
    codeInput.close();
  }
}
