package latentlab.ui.window;

import java.time.Duration;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.ui.bridge.PulseScheduler;

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

  /** How many works have ended. */
  private int works;

  private boolean busy;

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
   * @param busyNow whether work is under way
   */
  public void show(String line, boolean busyNow) {
    text.set(line);
    if (!busyNow) {
      end();
      progress.set(0);
    } else if (!busy) {
      busy = true;
      int work = works;
      pulses.schedule(() -> showThatItTakesLong(work), LONG);
    }
  }

  private void showThatItTakesLong(int work) {
    if (busy && work == works) {
      progress.set(UNKNOWN);
    }
  }

  private void end() {
    busy = false;
    works++;
  }

  /**
   * Tells how far something has come.
   *
   * @param fraction from 0, which is not shown, to 1
   */
  public void showProgress(double fraction) {
    end();
    progress.set(fraction);
  }
}
