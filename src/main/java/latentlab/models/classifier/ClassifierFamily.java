package latentlab.models.classifier;

import com.google.auto.service.AutoService;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamily;
import latentlab.models.networks.RateSchedule;
import latentlab.random.Seed;

/** Convolutional classifiers. */
@SuppressWarnings("rawtypes") // A service is found by its raw type.
@AutoService(ModelFamily.class)
public final class ClassifierFamily implements ModelFamily<ClassifierConfig> {

  /** For the service loader. */
  public ClassifierFamily() {}

  @Override
  public String name() {
    return "classifier";
  }

  @Override
  public String title() {
    return "Classifier";
  }

  @Override
  public String summary() {
    return "Tells the class of an image, and judges the images of other models.";
  }

  @Override
  public ClassifierConfig defaultConfig() {
    return new ClassifierConfig(32, 128, 0.3, 0.0, 0.08, 0.02, 3e-3, RateSchedule.ONE_CYCLE);
  }

  @Override
  public GenerativeModel create(ClassifierConfig config, ImageDomain images, Seed seed) {
    return new ClassifierModel(config, images, seed);
  }
}
