package latentlab.models.conditionalgan;

import com.google.auto.service.AutoService;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.adversarial.GanLoss;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Generative adversarial networks that are told the class. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class ConditionalGanFamily implements ModelFamily<ConditionalGanConfig> {

  /** For the service loader. */
  public ConditionalGanFamily() {}

  @Override
  public String name() {
    return "conditional-gan";
  }

  @Override
  public String title() {
    return "Conditional GAN";
  }

  @Override
  public String summary() {
    return "Draws images of the class that is asked for; the discriminator asks for it too.";
  }

  @Override
  public ConditionalGanConfig defaultConfig() {
    return new ConditionalGanConfig(
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
        false);
  }

  @Override
  public GenerativeModel create(ConditionalGanConfig config, ImageDomain images, Seed seed) {
    if (images.classNames().isEmpty()) {
      throw new InvalidInputException(
          "a conditional GAN learns from images with classes; these have none: choose another data"
              + " set or another family");
    }
    return new ConditionalGanModel(config, images, seed);
  }
}
