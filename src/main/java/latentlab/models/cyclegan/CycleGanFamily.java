package latentlab.models.cyclegan;

import com.google.auto.service.AutoService;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** The family {@code cycle-gan}. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class CycleGanFamily implements ModelFamily<CycleGanConfig> {

  /** For the service loader. */
  public CycleGanFamily() {}

  @Override
  public String name() {
    return "cycle-gan";
  }

  @Override
  public String title() {
    return "CycleGAN";
  }

  @Override
  public String summary() {
    return "Translates images between two classes, such as thin and thick handwriting, both ways.";
  }

  @Override
  public CycleGanConfig defaultConfig() {
    return new CycleGanConfig(32, 1, 3, 32, 10, 0.5, 50, 2e-4, RateSchedule.CONSTANT);
  }

  @Override
  public GenerativeModel create(CycleGanConfig config, ImageDomain images, Seed seed) {
    int classes = images.classNames().size();
    if (classes != 2) {
      throw new InvalidInputException(
          String.format(
              "a CycleGAN translates between two classes; these images have %s: take two classes"
                  + " (--classes A,B) or split them by a property (--split-by thickness)",
              classes == 0 ? "none" : String.valueOf(classes)));
    }
    return new CycleGanModel(config, images, seed);
  }
}
