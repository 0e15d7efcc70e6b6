package latentlab.models.gan;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;

import com.google.auto.service.AutoService;
import java.util.ArrayList;
import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.adversarial.AdversarialModel;
import latentlab.models.adversarial.AdversarialRules;
import latentlab.models.adversarial.DiscriminatorLayers;
import latentlab.models.adversarial.GanLoss;
import latentlab.models.adversarial.Generator;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Generative adversarial networks of dense layers. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class GanFamily implements ModelFamily<GanConfig> {

  private static final double BETA2 = 0.999;

  /** For the service loader. */
  public GanFamily() {}

  @Override
  public String name() {
    return "gan";
  }

  @Override
  public String title() {
    return "Generative adversarial network";
  }

  @Override
  public String summary() {
    return "A generator learns to draw what a discriminator takes for real images.";
  }

  @Override
  public GanConfig defaultConfig() {
    return new GanConfig(
        64,
        List.of(256, 512),
        List.of(512, 256),
        GanLoss.NON_SATURATING,
        2e-4,
        2e-4,
        0.5,
        0,
        RateSchedule.CONSTANT,
        1,
        1,
        0.1,
        0,
        0.5,
        0,
        false);
  }

  @Override
  public GenerativeModel create(GanConfig config, ImageDomain images, Seed seed) {
    int pixels = images.shape().size();
    return new AdversarialModel(
        images,
        Generator.of(
            name ->
                NetworkPlan.sequence(
                    name, FeatureShape.vector(config.latent()), drawing(config, pixels)),
            new Adam(config.learningRate(), config.beta1(), BETA2),
            seed.derive("generator"),
            config.latent(),
            0,
            config.emaDecay()),
        Network.of(
            NetworkPlan.sequence("discriminator", FeatureShape.vector(pixels), judging(config)),
            new Adam(config.discriminatorRate(), config.beta1(), BETA2),
            seed.derive("discriminator")),
        AdversarialRules.of(config.loss().loss(), config.schedule())
            .withSteps(config.criticSteps(), config.generatorSteps())
            .smoothed(config.labelSmoothing())
            .replaying(config.replay(), config.replayShare()));
  }

  private static List<UnaryConfiguration> drawing(GanConfig config, int pixels) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int width : config.generatorWidths()) {
      layers.add(new Dense(width, WeightRule.HE_UNIFORM, RELU));
    }
    layers.add(new Dense(pixels, WeightRule.GLOROT_UNIFORM, TANH));
    return layers;
  }

  private static List<UnaryConfiguration> judging(GanConfig config) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int width : config.discriminatorWidths()) {
      layers.add(new Dense(width, WeightRule.HE_UNIFORM, LEAKY_RELU));
    }
    return new DiscriminatorLayers(config.minibatchDiscrimination(), config.spectralNormalization())
        .of(layers, new Dense(1, WeightRule.GLOROT_UNIFORM));
  }
}
