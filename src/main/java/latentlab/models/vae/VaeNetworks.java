package latentlab.models.vae;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.networks.ImageArchitecture;
import latentlab.random.Seed;

/**
 * The encoder, from an image to the means and log-variances of q(z|x), and the decoder, from a code
 * to the means of p(x|z) before their sigmoid.
 *
 * @param encoder [rows, pixels] to [rows, 2 latent]
 * @param decoder [rows, latent] to [rows, pixels]
 */
record VaeNetworks(Network encoder, Network decoder) {

  static VaeNetworks of(VaeConfig config, ImageShape images, Seed seed) {
    ImageArchitecture architecture =
        ImageArchitecture.of(config.network(), images, config.widths(), config.activation());
    List<UnaryConfiguration> reading = architecture.reading();
    reading.add(new Dense(2 * config.latent(), WeightRule.GLOROT_UNIFORM));
    List<UnaryConfiguration> drawing = architecture.drawing();
    Adam adam = new Adam(config.learningRate());
    return new VaeNetworks(
        Network.of(
            NetworkPlan.sequence("encoder", architecture.image(), reading),
            adam,
            seed.derive("encoder")),
        Network.of(
            NetworkPlan.sequence("decoder", FeatureShape.vector(config.latent()), drawing),
            adam,
            seed.derive("decoder")));
  }
}
