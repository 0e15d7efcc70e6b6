package latentlab.ui.training.chart;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * The runs whose curves lie over each other: the present one, earlier ones of this session, and
 * stored ones that were opened again. For the JavaFX thread; needs no toolkit.
 */
public final class LossRuns {

  /** The most runs beside the present one: more could not be told apart by colour and dashes. */
  public static final int MOST = 8;

  private final ReadOnlyObjectWrapper<LossRun> present = new ReadOnlyObjectWrapper<>();
  private final ObservableList<LossRun> earlier = FXCollections.observableArrayList();
  private final ObservableList<LossRun> earlierView =
      FXCollections.unmodifiableObservableList(earlier);
  private final ObjectProperty<RunAxis> axis = new SimpleObjectProperty<>(RunAxis.STEP);
  private final ReadOnlyLongWrapper selection = new ReadOnlyLongWrapper();

  /**
   * Begins with one run.
   *
   * @param history of the present run; empty before the first
   */
  public LossRuns(LossHistory history) {
    present.set(present("", "", history));
    axis.addListener((property, old, now) -> changed());
  }

  /**
   * The run that trains or has trained last.
   *
   * @return without losses before the first
   */
  public ReadOnlyObjectProperty<LossRun> present() {
    return present.getReadOnlyProperty();
  }

  /**
   * The other runs.
   *
   * @return unmodifiable; the latest first
   */
  public ObservableList<LossRun> earlier() {
    return earlierView;
  }

  /**
   * By what the runs are laid over each other.
   *
   * @return steps at first
   */
  public ObjectProperty<RunAxis> axis() {
    return axis;
  }

  /**
   * Rises when other curves are to be drawn, or in other places; not when a curve grows.
   *
   * @return a number without a meaning of its own
   */
  public ReadOnlyLongProperty selection() {
    return selection.getReadOnlyProperty();
  }

  /**
   * Begins a new run. The one before becomes an earlier one, if it has any losses.
   *
   * @param name what the new one is called
   * @param details what is trained, in one line
   */
  public void begin(String name, String details) {
    LossRun before = present.get();
    present.set(present(name, details, new LossHistory()));
    if (before.history().terms().isEmpty()) {
      changed();
    } else {
      add(before.name(), before.details(), before.history(), Optional.empty());
    }
  }

  /**
   * Adds a run that was stored, in the place of one from the same folder. If there are too many,
   * the oldest goes.
   *
   * @param name what it is called
   * @param details what was trained
   * @param losses what was measured
   * @param folder where it is stored
   */
  public void open(String name, String details, LossHistory losses, Path folder) {
    earlier.removeIf(run -> run.folder().equals(Optional.of(folder)));
    add(name, details, losses, Optional.of(folder));
  }

  /**
   * Removes an earlier run.
   *
   * @param run one of {@link #earlier()}
   */
  public void remove(LossRun run) {
    earlier.remove(run);
    changed();
  }

  /**
   * The runs whose curves are drawn.
   *
   * @return the present one first; only such as have losses
   */
  public List<LossRun> visible() {
    return drawn().stream().filter(run -> !run.history().terms().isEmpty()).toList();
  }

  /** The visible runs and, as its first losses may come at any time, the present one. */
  List<LossRun> drawn() {
    List<LossRun> all = new ArrayList<>();
    all.add(present.get());
    all.addAll(earlier);
    all.removeIf(run -> !run.shown().get());
    return all;
  }

  /** The terms of all visible runs, those of the present one first. */
  List<String> terms() {
    Set<String> terms = new LinkedHashSet<>();
    visible().forEach(run -> terms.addAll(run.history().terms()));
    return List.copyOf(terms);
  }

  private void add(String name, String details, LossHistory losses, Optional<Path> folder) {
    if (earlier.size() == MOST) {
      earlier.remove(MOST - 1);
    }
    LossRun run = new LossRun(name, details, losses, freeLook(), folder);
    run.shown().addListener((property, old, now) -> changed());
    earlier.add(0, run);
    changed();
  }

  private int freeLook() {
    return IntStream.rangeClosed(1, MOST)
        .filter(look -> earlier.stream().noneMatch(run -> run.look() == look))
        .findFirst()
        .orElse(MOST);
  }

  private LossRun present(String name, String details, LossHistory history) {
    LossRun run = new LossRun(name, details, history, LossRun.PRESENT, Optional.empty());
    run.shown().addListener((property, old, now) -> changed());
    return run;
  }

  private void changed() {
    selection.set(selection.get() + 1);
  }
}
