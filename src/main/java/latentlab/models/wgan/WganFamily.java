package latentlab.models.wgan;

import com.google.auto.service.AutoService;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.losses.AdversarialLoss;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.adversarial.AdversarialModel;
import latentlab.models.adversarial.AdversarialRules;
import latentlab.models.adversarial.ConvolutionalPlayers;
import latentlab.models.adversarial.Generator;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Wasserstein generative adversarial networks. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class WganFamily implements ModelFamily<WganConfig> {

  /** For the service loader. */
  public WganFamily() {}

  @Override
  public String name() {
    return "wgan";
  }

  @Override
  public String title() {
    return "Wasserstein GAN";
  }

  @Override
  public String summary() {
    return "A critic measures how far drawn images are from real ones, and the generator comes"
        + " nearer.";
  }

  @Override
  public WganConfig defaultConfig() {
    return new WganConfig(
        64, 64, LipschitzRule.PENALTY, 0.01, 10, 5, 1e-4, 1e-4, 0.5, 0.999, RateSchedule.CONSTANT);
  }

  @Override
  public GenerativeModel create(WganConfig config, ImageDomain images, Seed seed) {
    boolean clipped = config.lipschitz() == LipschitzRule.CLIPPING;
    return new AdversarialModel(
        images,
        generator(config, images.shape(), seed.derive("generator")),
        critic(config, images.shape(), seed.derive("discriminator")),
        AdversarialRules.of(AdversarialLoss.WASSERSTEIN, config.schedule())
            .withSteps(config.criticSteps(), 1)
            .restrained(clipped ? config.clip() : 0, clipped ? 0 : config.penaltyWeight()));
  }

  private static Generator generator(WganConfig config, ImageShape images, Seed seed) {
    ConvolutionalPlayers players =
        new ConvolutionalPlayers(images, config.channels(), WeightRule.NARROW);
    FeatureShape code = FeatureShape.vector(config.latent());
    return Generator.of(
        name -> NetworkPlan.sequence(name, code, players.drawing()),
        config.lipschitz().optimizer(config.learningRate(), config.beta1()),
        seed,
        config.latent(),
        0,
        config.emaDecay());
  }

  /** Without batch normalisation: the penalty is about the slope at single images. */
  private static Network critic(WganConfig config, ImageShape images, Seed seed) {
    ConvolutionalPlayers players =
        new ConvolutionalPlayers(images, config.channels(), WeightRule.HE);
    List<UnaryConfiguration> layers = players.judging(false);
    layers.add(players.logits(1));
    return Network.of(
        NetworkPlan.sequence("discriminator", players.image(), layers),
        config.lipschitz().optimizer(config.discriminatorRate(), config.beta1()),
        seed);
  }
}
