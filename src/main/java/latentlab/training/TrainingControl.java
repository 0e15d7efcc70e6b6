package latentlab.training;

/** What the user asked for and the training thread has not yet done. Any thread may call. */
final class TrainingControl {

  /** What the training thread is to do next. */
  enum Turn {
    /** Make a step, and more after it. */
    RUN,
    /** Make one step. */
    SINGLE_STEP,
    /** Wait. */
    WAIT,
    /** End. */
    STOP
  }

  private boolean paused;
  private boolean stopped;
  private long singleSteps;

  synchronized void pause() {
    paused = true;
    singleSteps = 0;
  }

  synchronized void resume() {
    paused = false;
    singleSteps = 0;
    notifyAll();
  }

  synchronized void singleStep() {
    paused = true;
    singleSteps++;
    notifyAll();
  }

  synchronized void stop() {
    stopped = true;
    notifyAll();
  }

  synchronized boolean isStopRequested() {
    return stopped;
  }

  /** The next turn; a single step is used up by it. */
  synchronized Turn take() {
    if (stopped) {
      return Turn.STOP;
    }
    if (!paused) {
      return Turn.RUN;
    }
    if (singleSteps == 0) {
      return Turn.WAIT;
    }
    singleSteps--;
    return Turn.SINGLE_STEP;
  }

  /**
   * Waits until the turn is another one than to wait. An interruption does not end the waiting: the
   * training thread ends by {@link #stop()} alone.
   */
  synchronized Turn await() {
    boolean interrupted = false;
    Turn turn = take();
    while (turn == Turn.WAIT) {
      try {
        wait();
      } catch (InterruptedException e) {
        interrupted = true;
      }
      turn = take();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return turn;
  }
}
