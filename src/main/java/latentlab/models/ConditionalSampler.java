package latentlab.models;

import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** Capability: new images of a class that is asked for. */
public interface ConditionalSampler extends PriorSampler {

  /**
   * New images of some classes. The one at position i depends on the seed, i and its class alone.
   *
   * @param labels [count], the class of each image, from 0 to the number of classes - 1
   * @param seed decides which
   * @return [count, height, width, channels], 0 to 1, labelled as asked
   * @throws latentlab.failure.InvalidInputException if there is no such class
   */
  ImageBatch sample(int[] labels, Seed seed);
}
