package latentlab.evaluation;

import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Makes images worse. */
@FunctionalInterface
interface Corruption {

  /**
   * Corrupts images.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param seed decides the noise
   * @return images of the same size and order, 0 to 1
   */
  ImageBatch apply(ImageBatch images, Seed seed);

  /**
   * Gaussian noise, clipped to 0 to 1.
   *
   * @param deviation its standard deviation before clipping
   * @return the same noise for the same seed
   */
  static Corruption gaussian(double deviation) {
    return (images, seed) -> {
      RandomGenerator random = seed.generator();
      float[] pixels = images.pixels().clone();
      for (int i = 0; i < pixels.length; i++) {
        double noisy = pixels[i] + deviation * random.nextGaussian();
        pixels[i] = (float) Math.min(1, Math.max(0, noisy));
      }
      return ImageBatch.unlabelled(images.shape(), pixels);
    };
  }
}
