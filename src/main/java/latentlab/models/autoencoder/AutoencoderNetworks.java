package latentlab.models.autoencoder;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.PrimitivesChoice;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.dense.TiedDense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.networks.DenseArchitecture;
import latentlab.models.networks.ImageArchitecture;
import latentlab.models.networks.PoolingArchitecture;
import latentlab.random.Seed;

/**
 * The two networks of an autoencoder: from an image to the code before its nonlinearity, and from a
 * code to the logits of the pixels.
 *
 * @param encoder [rows, pixels] to [rows, latent]
 * @param decoder [rows, latent] to [rows, pixels]; may use the encoder's weights
 */
record AutoencoderNetworks(Network encoder, Network decoder) implements AutoCloseable {

  private static final String ENCODER = "encoder";
  private static final String DECODER = "decoder";

  /**
   * Makes them.
   *
   * @throws latentlab.failure.InvalidInputException if the images are too small for the config
   */
  static AutoencoderNetworks of(AutoencoderConfig config, ImageShape images, Seed seed) {
    ImageArchitecture architecture = architecture(config, images);
    List<UnaryConfiguration> reading = new ArrayList<>(architecture.reading());
    reading.add(new Dense(config.latent(), WeightRule.GLOROT_UNIFORM));
    Adam adam = new Adam(config.learningRate());
    Network encoder =
        Network.of(
            NetworkPlan.sequence(ENCODER, architecture.image(), reading),
            adam,
            seed.derive(ENCODER));
    List<UnaryConfiguration> drawing =
        config.tied() ? mirrored(config, images) : architecture.drawing();
    Network decoder =
        Network.of(
            NetworkPlan.sequence(DECODER, FeatureShape.vector(config.latent()), drawing),
            adam,
            seed.derive(DECODER),
            PrimitivesChoice.make(),
            encoder.sharedParameters());
    return new AutoencoderNetworks(encoder, decoder);
  }

  private static ImageArchitecture architecture(AutoencoderConfig config, ImageShape images) {
    return switch (config.network()) {
      case DENSE -> new DenseArchitecture(images, config.widths(), config.activation());
      case CONVOLUTIONAL -> new PoolingArchitecture(images);
    };
  }

  /** Layer by layer back through the dense encoder, by its own weights. */
  private static List<UnaryConfiguration> mirrored(AutoencoderConfig config, ImageShape images) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int i = config.widths().size(); i > 0; i--) {
      layers.add(
          new TiedDense(config.widths().get(i - 1), weight(i), config.activation().function()));
    }
    layers.add(new TiedDense(images.size(), weight(0), ActivationFunction.IDENTITY));
    return layers;
  }

  private static String weight(int layer) {
    return ENCODER + "." + layer + ".weight";
  }

  /** The decoder first: it may hold parameters of the encoder. */
  @Override
  public void close() {
    decoder.close();
    encoder.close();
  }
}
