package latentlab.evaluation;

import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * Goes through many images part by part.
 *
 * @param size how many images at once
 * @param progress is told how many are done
 * @param cancellation asked before each part
 */
record Parts(int size, Progress progress, Cancellation cancellation) {

  /**
   * Does something with all of some images.
   *
   * @param count how many there are
   * @param what is being done, for the user
   * @param part is done with each part in turn
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  void run(int count, String what, Part part) {
    for (int from = 0; from < count; from += size) {
      cancellation.throwIfRequested();
      progress.report(from, count, what);
      part.run(from, Math.min(size, count - from));
    }
    progress.report(count, count, what);
  }

  /** What is done with some of many images. */
  @FunctionalInterface
  interface Part {

    /**
     * Does it.
     *
     * @param from the first image
     * @param rows how many images
     */
    void run(int from, int rows);
  }
}
