package latentlab.cli.bench;

import latentlab.data.ImageSet;
import latentlab.models.ModelFamilies;

/**
 * One piece of work that is timed: the same layers, batch, loss and optimiser as in the other
 * frameworks' workload of the same name, with fresh random weights.
 */
public interface Workload {

  /**
   * The name it is asked for by.
   *
   * @return lower-case words joined by hyphens
   */
  String name();

  /**
   * Images in each step.
   *
   * @return at least 1
   */
  int batch();

  /**
   * Steps that are made before the clock starts.
   *
   * @return 0 or more
   */
  int warmUpSteps();

  /**
   * Steps that are timed, each by itself.
   *
   * @return at least 1
   */
  int timedSteps();

  /**
   * Makes the model.
   *
   * @param families where it comes from
   * @param images what it works on, at least one
   * @return its step, owned by the calling thread
   */
  Step prepare(ModelFamilies families, ImageSet images);

  /** What is timed. Owned by one thread. */
  interface Step extends AutoCloseable {

    /** Does the work once. */
    void run();

    @Override
    void close();
  }
}
