package latentlab.ui.bridge;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;

/**
 * Runs work on the JavaFX thread. Any thread may call. The clock is not an animation of JavaFX,
 * which would make all of the window's pulses until the work is due, hundreds a second.
 */
public final class FxPulses implements PulseScheduler {

  @Override
  public void schedule(Runnable work, Duration delay) {
    if (delay.isZero()) {
      Platform.runLater(work);
    } else {
      CompletableFuture.delayedExecutor(delay.toNanos(), TimeUnit.NANOSECONDS, Platform::runLater)
          .execute(work);
    }
  }
}
