package latentlab.ui.window;

import java.util.function.BooleanSupplier;
import javafx.beans.value.ObservableBooleanValue;

/**
 * Decides whether the window may close: not while a training runs, unless the user agrees, and then
 * only when the training has ended. For the JavaFX thread; needs no toolkit.
 */
public final class Closing {

  private final ObservableBooleanValue trainingActive;
  private final BooleanSupplier question;
  private final Runnable stopTraining;
  private final Runnable close;
  private boolean waiting;

  /**
   * Creates the decision.
   *
   * @param trainingActive whether a training is active
   * @param question asks the user; true to stop and close
   * @param stopTraining asks the training to stop and returns at once
   * @param close closes the window
   */
  public Closing(
      ObservableBooleanValue trainingActive,
      BooleanSupplier question,
      Runnable stopTraining,
      Runnable close) {
    this.trainingActive = trainingActive;
    this.question = question;
    this.stopTraining = stopTraining;
    this.close = close;
    trainingActive.addListener((property, old, now) -> closeIfEnded(now));
  }

  /** The user wants to close the window. */
  public void request() {
    if (!trainingActive.get()) {
      close.run();
    } else if (!waiting && question.getAsBoolean()) {
      waiting = true;
      stopTraining.run();
      closeIfEnded(trainingActive.get());
    }
  }

  /**
   * Whether the user has agreed and the training has not ended yet.
   *
   * @return true until the window closes
   */
  public boolean isWaiting() {
    return waiting;
  }

  private void closeIfEnded(boolean stillActive) {
    if (waiting && !stillActive) {
      waiting = false;
      close.run();
    }
  }
}
