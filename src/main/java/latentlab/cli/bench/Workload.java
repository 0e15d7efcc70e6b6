package latentlab.cli.bench;

import latentlab.data.ImageSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.ModelFamilies;

/**
 * One piece of work that is timed: the same layers, batch, loss and optimiser as in the other
 * frameworks' workload of the same name, with fresh random weights.
 *
 * @param name by which it is asked for: lower-case words joined by hyphens
 * @param batch images in each step, at least 1
 * @param training whether it trains, with any batch; otherwise the batch is part of the name
 * @param warmUpSteps steps that are made before the clock starts, 0 or more
 * @param timedSteps steps that are timed, each by itself, at least 1
 * @param preparation makes the model
 */
public record Workload(
    String name,
    int batch,
    boolean training,
    int warmUpSteps,
    int timedSteps,
    Preparation preparation) {

  /** Training in batches of the usual size. */
  static Workload training(
      String name, int batch, int warmUpSteps, int timedSteps, Preparation preparation) {
    return new Workload(name, batch, true, warmUpSteps, timedSteps, preparation);
  }

  /** Use of a model for a fixed number of images. */
  static Workload use(
      String prefix, int batch, int warmUpSteps, int timedSteps, Preparation preparation) {
    return new Workload(prefix + "-" + batch, batch, false, warmUpSteps, timedSteps, preparation);
  }

  /**
   * The same in another batch size, if it trains.
   *
   * @param images in each step
   * @return this workload, or one that differs in the batch
   */
  public Workload withBatch(int images) {
    return training ? new Workload(name, images, true, warmUpSteps, timedSteps, preparation) : this;
  }

  /**
   * Makes the model.
   *
   * @param families where it may come from
   * @param images what it works on, at least one
   * @return its step, owned by the calling thread
   * @throws InvalidInputException if the networks do not fit images of this size
   */
  public Step prepare(ModelFamilies families, ImageSet images) {
    try {
      return preparation.prepare(families, images, batch);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(
          name + " does not fit images of " + images.shape() + ": " + e.getMessage(), e);
    }
  }

  /** Makes the model of a workload. */
  @FunctionalInterface
  interface Preparation {

    /** The step for a batch size, with fresh random weights. */
    Step prepare(ModelFamilies families, ImageSet images, int batch);
  }

  /** What is timed. Owned by one thread. */
  public interface Step extends AutoCloseable {

    /** Does the work once. */
    void run();

    @Override
    void close();
  }
}
