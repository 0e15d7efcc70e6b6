package latentlab.training;

/**
 * How the images of an epoch are cut into steps; the last one may be smaller.
 *
 * @param images in the training part, at least 1
 * @param batchSize in each step, at least 1
 */
record EpochSteps(int images, int batchSize) {

  static EpochSteps of(TrainingTask task) {
    return new EpochSteps(task.dataset().train().size(), task.plan().batchSize());
  }

  long perEpoch() {
    return ((long) images + batchSize - 1) / batchSize;
  }

  /** How many images the first steps of an epoch show; also where the next one begins. */
  int imagesIn(long steps) {
    return (int) Math.min(images, steps * batchSize);
  }
}
