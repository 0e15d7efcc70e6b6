package latentlab.ui.help;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;

/** Which of the sentences for newcomers is shown. For the JavaFX thread; needs no toolkit. */
public final class FirstStepsViewModel {

  /** How many sentences there are. */
  public static final int STEPS = 6;

  private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper(this, "step");
  private final ReadOnlyBooleanWrapper shown = new ReadOnlyBooleanWrapper(this, "shown");

  /**
   * The sentence that is shown.
   *
   * @return from 0 to {@link #STEPS} - 1
   */
  public ReadOnlyIntegerProperty step() {
    return step.getReadOnlyProperty();
  }

  /**
   * Whether any is shown.
   *
   * @return false at first, and after the last one
   */
  public ReadOnlyBooleanProperty shown() {
    return shown.getReadOnlyProperty();
  }

  /** Begins with the first sentence. */
  public void begin() {
    step.set(0);
    shown.set(true);
  }

  /** Goes on to the next sentence; after the last one there is none. */
  public void next() {
    if (step.get() + 1 < STEPS) {
      step.set(step.get() + 1);
    } else {
      end();
    }
  }

  /** Goes back to the sentence before, if there is one. */
  public void back() {
    step.set(Math.max(0, step.get() - 1));
  }

  /** Shows no sentence any more. */
  public void end() {
    shown.set(false);
  }
}
