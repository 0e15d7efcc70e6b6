package latentlab.ui.bridge;

import java.time.Duration;
import javafx.animation.PauseTransition;
import javafx.application.Platform;

/** Runs work on the JavaFX thread, in step with its frames. Any thread may call. */
public final class FxPulses implements PulseScheduler {

  @Override
  public void schedule(Runnable work, Duration delay) {
    Platform.runLater(delay.isZero() ? work : () -> runAfter(work, delay));
  }

  private static void runAfter(Runnable work, Duration delay) {
    PauseTransition pause =
        new PauseTransition(javafx.util.Duration.millis(delay.toNanos() / 1_000_000.0));
    pause.setOnFinished(event -> work.run());
    pause.play();
  }
}
