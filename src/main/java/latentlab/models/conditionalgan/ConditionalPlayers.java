package latentlab.models.conditionalgan;

import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.merge.Concatenation;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.adversarial.ConvolutionalPlayers;
import latentlab.models.adversarial.Discriminator;
import latentlab.models.adversarial.DiscriminatorLayers;
import latentlab.models.adversarial.Generator;
import latentlab.random.Seed;

/** Makes the two players for a config. */
final class ConditionalPlayers {

  private static final double BETA2 = 0.999;

  private final ConditionalGanConfig config;
  private final ConvolutionalPlayers layers;
  private final int classes;
  private final Seed seed;

  ConditionalPlayers(ConditionalGanConfig config, ImageShape images, int classes, Seed seed) {
    this.config = config;
    this.layers = new ConvolutionalPlayers(images, config.channels(), WeightRule.NARROW);
    this.classes = classes;
    this.seed = seed;
  }

  /** From a code with the class beside it to an image. */
  Generator generator() {
    return Generator.of(
        this::drawing,
        new Adam(config.learningRate(), config.beta1(), BETA2),
        seed.derive("generator"),
        config.latent(),
        classes,
        config.emaDecay());
  }

  private NetworkPlan drawing(String name) {
    NetworkPlan.Builder plan = NetworkPlan.named(name);
    Node code = plan.input(FeatureShape.vector(config.latent()));
    Node label = plan.input(FeatureShape.vector(classes));
    Node last = plan.add(new Concatenation(), code, label);
    for (UnaryConfiguration layer : layers.drawing()) {
      last = plan.add(layer, last);
    }
    return plan.build(last);
  }

  /** From an image to a logit for each class, and one for all. */
  Discriminator discriminator() {
    boolean spectral = config.spectralNormalization();
    List<UnaryConfiguration> judging =
        new DiscriminatorLayers(config.minibatchDiscrimination(), spectral)
            .of(layers.judging(!spectral), layers.logits(Discriminator.outputs(classes)));
    NetworkPlan plan = NetworkPlan.sequence("discriminator", layers.image(), judging);
    Adam adam = new Adam(config.discriminatorRate(), config.beta1(), BETA2);
    return new Discriminator(Network.of(plan, adam, seed.derive("discriminator")), classes);
  }
}
