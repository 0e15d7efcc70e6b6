package latentlab.models.inversion;

import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.ModelTrainer;
import latentlab.models.networks.RowChunks;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** A model with nothing but a random generator with batch normalisation, as a GAN has. */
public final class SmallGenerator implements GenerativeModel, Inverter {

  public static final ImageShape SHAPE = new ImageShape(8, 9, 1);
  public static final int LATENT = 5;

  private final Network network;
  private final NetworkDecoder decoder;
  private final LatentInversion inversion;

  public SmallGenerator() {
    FeatureShape small = new FeatureShape(4, 5, 6);
    network =
        Network.of(
            NetworkPlan.sequence(
                "generator",
                FeatureShape.vector(LATENT),
                List.of(
                    new Dense(small.size(), WeightRule.GLOROT),
                    new Reshape(small),
                    new BatchNormalization(),
                    new Activation(ActivationFunction.RELU),
                    new TransposedConvolution(
                        new FeatureShape(8, 9, 1), 4, 2, Padding.SAME, WeightRule.GLOROT),
                    new Activation(ActivationFunction.TANH))),
            new Adam(1e-3),
            new Seed(2));
    for (int i = 0; i < 5; i++) {
      Matrix codes = Matrix.allocate(32, LATENT);
      codes.copyFrom(LatentCodes.standardNormal(32, LATENT, new Seed(i), "warm-up").values());
      network.forward(codes);
    }
    decoder = new NetworkDecoder(network, LATENT, SHAPE);
    inversion = new LatentInversion(decoder);
  }

  public NetworkDecoder decoder() {
    return decoder;
  }

  @Override
  public LatentCodes invert(
      ImageBatch images,
      InversionSettings settings,
      Seed seed,
      Progress progress,
      Cancellation cancellation) {
    return inversion.invert(images, settings, seed, progress, cancellation);
  }

  @Override
  public int latentSize() {
    return LATENT;
  }

  @Override
  public float latentExtent() {
    return 3;
  }

  @Override
  public ImageBatch decode(LatentCodes codes) {
    return RowChunks.decode(
        codes,
        LATENT,
        SHAPE,
        (from, rows, target, offset) -> {
          float[] some = new float[rows * LATENT];
          System.arraycopy(codes.values(), from * LATENT, some, 0, some.length);
          float[] pixels = new float[rows * SHAPE.size()];
          decoder.decode(some, rows, pixels);
          System.arraycopy(pixels, 0, target, offset, pixels.length);
        });
  }

  @Override
  public ImageDomain images() {
    return new ImageDomain(SHAPE, List.of());
  }

  @Override
  public long parameterCount() {
    return network.parameterCount();
  }

  @Override
  public Tensors weights() {
    return network.weights();
  }

  @Override
  public void setWeights(Tensors weights) {
    network.setWeights(weights);
  }

  @Override
  public ModelTrainer trainer() {
    throw new UnsupportedOperationException("this generator is not trained");
  }

  @Override
  public void close() {
    decoder.close();
    network.close();
  }
}
