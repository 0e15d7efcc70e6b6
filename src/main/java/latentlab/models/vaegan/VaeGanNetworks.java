package latentlab.models.vaegan;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.adversarial.ConvolutionalPlayers;
import latentlab.models.networks.ConvolutionalArchitecture;
import latentlab.random.Seed;

/**
 * The three networks. Images are -1 to 1.
 *
 * @param encoder [rows, pixels] to [rows, 2 latent], means and log-variances of q(z|x)
 * @param generator [rows, latent] to [rows, pixels]
 * @param discriminator [rows, pixels] to [rows, 1], logits, and to [rows, features]
 * @param features how many the discriminator gives
 */
record VaeGanNetworks(Network encoder, Network generator, Network discriminator, int features) {

  private static final double BETA2 = 0.999;

  static VaeGanNetworks of(VaeGanConfig config, ImageShape images, Seed seed) {
    ConvolutionalArchitecture architecture = new ConvolutionalArchitecture(images);
    List<UnaryConfiguration> reading = architecture.reading();
    reading.add(new Dense(2 * config.latent(), WeightRule.GLOROT_UNIFORM));
    List<UnaryConfiguration> drawing = architecture.drawing();
    drawing.add(new Activation(ActivationFunction.TANH));
    Adam adam = new Adam(config.learningRate(), config.beta1(), BETA2);
    Judging judging =
        Judging.of(new ConvolutionalPlayers(images, config.channels(), WeightRule.HE));
    return new VaeGanNetworks(
        Network.of(
            NetworkPlan.sequence("encoder", architecture.image(), reading),
            adam,
            seed.derive("encoder")),
        Network.of(
            NetworkPlan.sequence("generator", FeatureShape.vector(config.latent()), drawing),
            adam,
            seed.derive("generator")),
        Network.of(
            judging.plan(),
            new Adam(config.discriminatorRate(), config.beta1(), BETA2),
            seed.derive("discriminator")),
        judging.features());
  }

  /** The plan of the discriminator. */
  private record Judging(NetworkPlan plan, int features) {

    static Judging of(ConvolutionalPlayers players) {
      NetworkPlan.Builder plan = NetworkPlan.named("discriminator");
      Node value = plan.input(players.image());
      for (UnaryConfiguration layer : players.judging(true)) {
        value = plan.add(layer, value);
      }
      Node logit = plan.add(players.logits(1), value);
      return new Judging(plan.build(logit, value), value.shape().size());
    }
  }
}
