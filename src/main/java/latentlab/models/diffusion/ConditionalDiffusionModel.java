package latentlab.models.diffusion;

import java.util.Arrays;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.models.ConditionalSampler;
import latentlab.models.ImageDomain;
import latentlab.models.denoising.ClassMix;
import latentlab.models.denoising.SamplingControl;
import latentlab.random.Seed;

/** One that is told the class. */
final class ConditionalDiffusionModel extends DiffusionModel implements ConditionalSampler {

  ConditionalDiffusionModel(DiffusionConfig config, ImageDomain images, Seed seed) {
    super(config, images, images.classNames().size(), seed);
  }

  /** The class at position i is i modulo the number of classes, so that all come equally often. */
  @Override
  public ImageBatch sample(int count, Seed seed) {
    int[] labels = new int[count];
    Arrays.setAll(labels, i -> i % diffusion().classes());
    return sample(labels, seed);
  }

  @Override
  public ImageBatch sample(int[] labels, Seed seed) {
    List<ClassMix> classes = Arrays.stream(labels).mapToObj(ClassMix::of).toList();
    return diffusion()
        .images(request(labels.length, seed).withClasses(classes), SamplingControl.none());
  }
}
