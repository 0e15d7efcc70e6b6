package latentlab.models.dcgan;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.adversarial.AdversarialModel;
import latentlab.models.adversarial.AdversarialRules;
import latentlab.models.adversarial.ConvolutionalPlayers;
import latentlab.models.adversarial.DiscriminatorLayers;
import latentlab.models.adversarial.GanLoss;
import latentlab.models.adversarial.Generator;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Deep convolutional generative adversarial networks. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class DcganFamily implements ModelFamily<DcganConfig> {

  private static final double BETA2 = 0.999;

  /** For the service loader. */
  public DcganFamily() {}

  @Override
  public String name() {
    return "dcgan";
  }

  @Override
  public String title() {
    return "DCGAN";
  }

  @Override
  public String summary() {
    return "A convolutional generator draws, and a convolutional discriminator teaches it to draw.";
  }

  @Override
  public DcganConfig defaultConfig() {
    return new DcganConfig(
        64,
        64,
        GanLoss.NON_SATURATING,
        2e-4,
        2e-4,
        0.5,
        0.999,
        RateSchedule.CONSTANT,
        1,
        0,
        0,
        0.5,
        0,
        false,
        1);
  }

  @Override
  public GenerativeModel create(DcganConfig config, ImageDomain images, Seed seed) {
    ConvolutionalPlayers players =
        new ConvolutionalPlayers(images.shape(), config.channels(), WeightRule.NARROW);
    boolean spectral = config.spectralNormalization();
    List<UnaryConfiguration> judging =
        new DiscriminatorLayers(config.minibatchDiscrimination(), spectral)
            .of(players.judging(!spectral), players.logits(1));
    return new AdversarialModel(
        images,
        Generator.of(
            name ->
                NetworkPlan.sequence(name, FeatureShape.vector(config.latent()), players.drawing()),
            new Adam(config.learningRate(), config.beta1(), BETA2),
            seed.derive("generator"),
            config.latent(),
            0,
            config.emaDecay()),
        Network.of(
            NetworkPlan.sequence("discriminator", players.image(), judging),
            new Adam(config.discriminatorRate(), config.beta1(), BETA2),
            seed.derive("discriminator")),
        AdversarialRules.of(config.loss().loss(), config.schedule())
            .withSteps(config.criticSteps(), 1)
            .smoothed(config.labelSmoothing())
            .replaying(config.replay(), config.replayShare()),
        config.candidates());
  }
}
