package latentlab.models.diffusion;

import com.google.auto.service.AutoService;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.denoising.PredictionType;
import latentlab.models.denoising.ScheduleType;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Models that turn noise into images step by step. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class DiffusionFamily implements ModelFamily<DiffusionConfig> {

  /** For the service loader. */
  public DiffusionFamily() {}

  @Override
  public String name() {
    return "diffusion";
  }

  @Override
  public String title() {
    return "Diffusion model";
  }

  @Override
  public String summary() {
    return "Learns to take a little noise out of an image, and so turns pure noise into an image"
        + " step by step.";
  }

  @Override
  public DiffusionConfig defaultConfig() {
    return new DiffusionConfig(
        NetworkSize.TINY,
        1000,
        ScheduleType.COSINE,
        PredictionType.VELOCITY,
        5,
        0.999,
        true,
        0.1,
        1.5,
        50,
        1,
        1.5e-3,
        RateSchedule.COSINE);
  }

  @Override
  public GenerativeModel create(DiffusionConfig config, ImageDomain images, Seed seed) {
    boolean conditional = config.conditional() && !images.classNames().isEmpty();
    return conditional
        ? new ConditionalDiffusionModel(config, images, seed)
        : new DiffusionModel(config, images, 0, seed);
  }
}
