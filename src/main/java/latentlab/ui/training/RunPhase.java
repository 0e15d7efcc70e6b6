package latentlab.ui.training;

/** Where the training tab stands. */
enum RunPhase {
  /** Nothing is being trained and nothing was. */
  IDLE,
  /** The data is being read and the networks are being made. */
  PREPARING,
  /** Steps are being made. */
  RUNNING,
  /** Waiting between two steps. */
  PAUSED,
  /** Asked to stop, and not yet there. */
  STOPPING,
  /** Nothing is being trained, but something was. */
  ENDED;

  boolean isActive() {
    return this == PREPARING || this == RUNNING || this == PAUSED || this == STOPPING;
  }
}
