package latentlab.training;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import latentlab.models.AdversarialTrainer.Player;

/** What the user asked for and the training thread has not yet done. Any thread may call. */
final class TrainingControl {

  /**
   * What the training thread is to do next.
   *
   * @param kind of what is to be done
   * @param player who is moved by a single step; empty for all
   */
  record Turn(Kind kind, Optional<Player> player) {

    private static Turn of(Kind kind) {
      return new Turn(kind, Optional.empty());
    }
  }

  /** Kinds of turns. */
  enum Kind {
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
  private final Deque<Optional<Player>> singleSteps = new ArrayDeque<>();

  synchronized void pause() {
    paused = true;
    singleSteps.clear();
  }

  synchronized void resume() {
    paused = false;
    singleSteps.clear();
    notifyAll();
  }

  synchronized void singleStep(Optional<Player> player) {
    paused = true;
    singleSteps.add(player);
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
      return Turn.of(Kind.STOP);
    }
    if (!paused) {
      return Turn.of(Kind.RUN);
    }
    if (singleSteps.isEmpty()) {
      return Turn.of(Kind.WAIT);
    }
    return new Turn(Kind.SINGLE_STEP, singleSteps.remove());
  }

  /**
   * Waits until the turn is another one than to wait. An interruption does not end the waiting: the
   * training thread ends by {@link #stop()} alone.
   */
  synchronized Turn await() {
    boolean interrupted = false;
    Turn turn = take();
    while (turn.kind() == Kind.WAIT) {
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
