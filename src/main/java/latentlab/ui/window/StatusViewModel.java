package latentlab.ui.window;

import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** The line at the foot of the window. For the JavaFX thread; needs no toolkit. */
public final class StatusViewModel {

  private static final double UNKNOWN = -1;

  private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(0);

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
   * @return 0 while nothing is done, -1 while it is not known how long it will take
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
    progress.set(busy ? UNKNOWN : 0);
  }

  /**
   * Tells how far something has come.
   *
   * @param fraction from 0, which is not shown, to 1
   */
  public void showProgress(double fraction) {
    progress.set(fraction);
  }
}
