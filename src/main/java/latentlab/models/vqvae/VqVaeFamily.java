package latentlab.models.vqvae;

import com.google.auto.service.AutoService;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Autoencoders with a codebook, and a prior over the codes. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class VqVaeFamily implements ModelFamily<VqVaeConfig> {

  /** For the service loader. */
  public VqVaeFamily() {}

  @Override
  public String name() {
    return "vq-vae";
  }

  @Override
  public String title() {
    return "Vector-quantised autoencoder";
  }

  @Override
  public String summary() {
    return "Turns an image into a small grid of codes from a learnt codebook, and learns which"
        + " grids make images.";
  }

  @Override
  public VqVaeConfig defaultConfig() {
    return new VqVaeConfig(
        128,
        8,
        CodebookLearning.MOVING_AVERAGE,
        0.99,
        0.25,
        0.05,
        0.02,
        32,
        2,
        0.4,
        96,
        3,
        true,
        1.0,
        1e-3,
        RateSchedule.COSINE);
  }

  @Override
  public GenerativeModel create(VqVaeConfig config, ImageDomain images, Seed seed) {
    boolean conditional = config.conditionalPrior() && !images.classNames().isEmpty();
    return conditional
        ? new ConditionalVqVaeModel(config, images, seed)
        : new VqVaeModel(config, images, 0, seed);
  }
}
