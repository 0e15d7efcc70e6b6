package latentlab.evaluation;

import java.util.Map;
import latentlab.data.ImageBatch;
import latentlab.random.Seed;

/** One way to measure a model, batch by batch. For the thread that owns the model. */
interface Measurement {

  /**
   * Takes some images into the measurement.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param seed decides everything random about them
   */
  void add(ImageBatch images, Seed seed);

  /**
   * The metrics of all images taken in, of which there must be one.
   *
   * @return values by name, in the order in which they are shown
   */
  Map<String, Double> metrics();
}
