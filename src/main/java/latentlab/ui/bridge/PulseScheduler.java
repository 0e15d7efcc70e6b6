package latentlab.ui.bridge;

import java.time.Duration;

/** Runs work later on the thread that shows it. */
@FunctionalInterface
public interface PulseScheduler {

  /**
   * Asks for one run.
   *
   * @param work what to run, on the JavaFX thread
   * @param delay how long to wait first; zero for as soon as possible
   */
  void schedule(Runnable work, Duration delay);
}
