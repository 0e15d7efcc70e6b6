package latentlab.evaluation.comparison;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.Permutation;
import latentlab.models.PriorSampler;
import latentlab.random.Seed;

/**
 * Draws images of a set, without repetition as long as there are some left: what a perfect model
 * would do. Unlike other samplers it goes on from call to call.
 */
final class RealImages implements PriorSampler {

  private final ImageSet images;
  private final int[] order;
  private int drawn;

  RealImages(ImageSet images, Seed seed) {
    this.images = images;
    this.order = Permutation.of(images.size(), seed.derive("real images"));
  }

  @Override
  public ImageBatch sample(int count, Seed seed) {
    int[] chosen = new int[count];
    Arrays.setAll(chosen, i -> order[(drawn + i) % order.length]);
    drawn += count;
    return images.batch(chosen);
  }
}
