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

  /** Of classes drawn alike. */
  @Override
  public ImageBatch sample(int count, Seed seed) {
    int classes = images().classNames().size();
    int[] labels = new int[count];
    for (int i = 0; i < count; i++) {
      labels[i] = seed.derive("class", i).generator().nextInt(classes);
    }
    return sampleClasses(labels, seed);
  }

  @Override
  public ImageBatch sample(int[] labels, Seed seed) {
    int classes = images().classNames().size();
    for (int label : labels) {
      if (label < 0 || label >= classes) {
        throw new InvalidInputException(
            "there is no class " + label + "; expected 0 to " + (classes - 1));
      }
    }
    return sampleClasses(labels.clone(), seed);
  }
}
