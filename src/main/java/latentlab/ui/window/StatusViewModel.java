package latentlab.ui.window;

import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.ui.bridge.PulseScheduler;
import org.jspecify.annotations.Nullable;

/** The line at the foot of the window. For the JavaFX thread; needs no toolkit. */
public final class StatusViewModel {

  private static final double UNKNOWN = -1;

  /**
   * Work that is done sooner is not worth a bar that moves: painting it at each pulse takes much of
   * a core, which the start of the window needs itself.
   */
  private static final Duration LONG = Duration.ofSeconds(2);

  private final PulseScheduler pulses;
  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);

  /** What is under way; null if nothing is. */
  private @Nullable Object work;

  /**
   * Tells nothing yet.
   *
   * @param pulses runs work on the JavaFX thread after a delay
   */
  public StatusViewModel(PulseScheduler pulses) {
    this.pulses = pulses;
  }

  /**
   * What is told.
   *
   * @return one line
   */
  public ReadOnlyStringProperty text() {
    return text.getReadOnlyProperty();
  }

  /**
   * How far work has come.
   *
   * @return 0 while nothing is done, -1 while something is done that takes long already, and not
   *     known how long
   */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /**
   * Tells something that is over.
   *
   * @param line one line
   */
  public void announce(String line) {
    text.set(line);
  }

  /**
   * Tells something that goes on.
   *
   * @param line one line
   * @param busy whether work is under way
   */
  public void show(String line, boolean busy) {
    text.set(line);
    if (!busy) {
      showProgress(0);
    } else if (work == null) {
      Object begun = new Object();
      work = begun;
      pulses.schedule(() -> showThatItTakesLong(begun), LONG);
    }
  }

  private void showThatItTakesLong(Object begun) {
    if (begun == work) {
      progress.set(UNKNOWN);
    }
  }

  /**
   * Tells how far something has come.
   *
   * @param fraction from 0, which is not shown, to 1
   */
  public void showProgress(double fraction) {
    work = null;
    progress.set(fraction);
  }
}
