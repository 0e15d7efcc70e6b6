package latentlab.ui.training.chart;

/** By what runs are laid over each other. */
public enum RunAxis {
  /** By the number of steps made: the work done by the optimiser. */
  STEP,
  /** By passes over the data: runs with batches of different size, or different data, compare. */
  EPOCH;

  /**
   * Where a step of a run lies on the axis.
   *
   * @param step the number of steps made
   * @param history of the run
   * @return the same number, or epochs
   */
  double placeOf(double step, LossHistory history) {
    return this == STEP ? step : step / history.stepsInEpoch();
  }

  /**
   * Which step of a run lies at a place, the inverse of {@link #placeOf}.
   *
   * @param place on the axis
   * @param history of the run
   * @return steps, with a fraction
   */
  double stepAt(double place, LossHistory history) {
    return this == STEP ? place : place * history.stepsInEpoch();
  }
}
