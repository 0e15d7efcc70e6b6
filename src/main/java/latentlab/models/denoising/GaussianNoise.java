package latentlab.models.denoising;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/** Normal numbers that belong to one image, whatever others are made beside it. */
final class GaussianNoise {

  private GaussianNoise() {}

  /**
   * Standard normal numbers.
   *
   * @param seeds one for each image
   * @param size values of an image
   * @return [seeds, size]
   */
  static float[] standard(List<Seed> seeds, int size) {
    float[] values = new float[Math.multiplyExact(seeds.size(), size)];
    add(values, 1, seeds);
    return values;
  }

  /**
   * Adds noise.
   *
   * @param values [seeds, values], changed
   * @param deviation of the noise
   * @param seeds one for each image
   */
  static void add(float[] values, double deviation, List<Seed> seeds) {
    int size = values.length / seeds.size();
    for (int item = 0; item < seeds.size(); item++) {
      RandomGenerator random = seeds.get(item).generator();
      for (int i = item * size; i < (item + 1) * size; i++) {
        values[i] += (float) (deviation * random.nextGaussian());
      }
    }
  }

  /** A seed for each image, for one purpose at one step. */
  static List<Seed> seeds(List<Seed> images, String purpose, long... indices) {
    return images.stream().map(seed -> seed.derive(purpose, indices)).toList();
  }
}
