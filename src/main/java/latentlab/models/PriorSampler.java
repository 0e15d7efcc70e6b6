package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: new images are drawn from what the model has learnt. */
public interface PriorSampler {

  /**
   * New images. The one at position i depends on the seed and i alone, not on the count.
   *
   * @param count how many, at least 1
   * @param seed decides which
   * @return [count, height, width, channels], 0 to 1
   */
  ImageBatch sample(int count, Seed seed);
}
