package latentlab.training;

/** Where a training stands. */
public enum TrainingState {
  /** Steps are being made. */
  RUNNING,
  /** Waiting between two steps for resume, a single step or stop. */
  PAUSED,
  /** All epochs are done. */
  COMPLETED,
  /** Ended before all epochs were done because it was asked to. */
  STOPPED,
  /** Ended by a failure; the last good weights are kept. */
  FAILED;

  /**
   * Whether no further step will be made.
   *
   * @return true for completed, stopped and failed
   */
  public boolean isEnded() {
    return this == COMPLETED || this == STOPPED || this == FAILED;
  }
}
