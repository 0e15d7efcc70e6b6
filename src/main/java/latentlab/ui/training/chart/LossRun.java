package latentlab.ui.training.chart;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/** One training whose curves can be drawn. For the JavaFX thread; needs no toolkit. */
public final class LossRun {

  /** The look of the present run; those of earlier ones are from 1 to {@link LossRuns#MOST}. */
  static final int PRESENT = 0;

  private final String name;
  private final String details;
  private final LossHistory history;
  private final int look;
  private final Optional<Path> folder;
  private final BooleanProperty shown = new SimpleBooleanProperty(this, "shown", true);

  LossRun(String name, String details, LossHistory history, int look, Optional<Path> folder) {
    this.name = name;
    this.details = details;
    this.history = history;
    this.look = look;
    this.folder = folder;
  }

  /**
   * What it is called.
   *
   * @return short, and different from that of other runs
   */
  public String name() {
    return name;
  }

  /**
   * What was trained, in one line.
   *
   * @return such as the family, changed settings and data; may be empty
   */
  public String details() {
    return details;
  }

  /**
   * Its losses.
   *
   * @return those of the present run still grow
   */
  public LossHistory history() {
    return history;
  }

  /**
   * Where it was stored.
   *
   * @return empty for a run of this session
   */
  public Optional<Path> folder() {
    return folder;
  }

  /**
   * Whether its curves are drawn.
   *
   * @return true at first
   */
  public BooleanProperty shown() {
    return shown;
  }

  /** Which colour, dashes and marks it has. */
  int look() {
    return look;
  }

  boolean isPresent() {
    return look == PRESENT;
  }
}
