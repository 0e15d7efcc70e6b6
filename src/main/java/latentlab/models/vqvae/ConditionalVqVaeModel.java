package latentlab.models.vqvae;

import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;

/** One whose prior is told the class. */
final class ConditionalVqVaeModel extends VqVaeModel implements ConditionalSampler {

  ConditionalVqVaeModel(VqVaeConfig config, ImageDomain images, Seed seed) {
    super(config, images, images.classNames().size(), seed);
  }

  /** Where none are asked for, classes drawn alike. */
  @Override
  int[] told(int count, int[] labels, Seed seed) {
    int classes = images().classNames().size();
    if (labels.length != 0) {
      return checked(labels, classes);
    }
    int[] drawn = new int[count];
    for (int i = 0; i < count; i++) {
      drawn[i] = seed.derive("class", i).generator().nextInt(classes);
    }
    return drawn;
  }

  private static int[] checked(int[] labels, int classes) {
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            "there is no class " + label + "; expected 0 to " + (classes - 1));
      }
    }
    return labels.clone();
  }

  @Override
  public ImageBatch sample(int[] labels, Seed seed) {
    return sampleClasses(checked(labels, images().classNames().size()), seed);
  }
}
