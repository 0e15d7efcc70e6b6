package latentlab.cli.bench;

import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.random.Seed;

/** Batches drawn with replacement, as part of what is timed. One thread. */
final class RandomBatches {

  private final ImageSet images;
  private final int batch;
  private final RandomGenerator random = new Seed(1).derive("bench-batches").generator();

  RandomBatches(ImageSet images, int batch) {
    this.images = images;
    this.batch = batch;
  }

  ImageBatch next() {
    return images.batch(random.ints(batch, 0, images.size()).toArray());
  }

  /** Standard normal numbers. */
  static float[] gaussian(int count, String purpose) {
    RandomGenerator random = new Seed(1).derive(purpose).generator();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
