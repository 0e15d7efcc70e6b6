package latentlab.ui.latent;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.function.LongSupplier;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleLongProperty;
import latentlab.random.Seed;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * What the tab does: a chosen point that sliders, fields and the plane move, a point that is only
 * looked at, and the plane. Needs no toolkit; all methods are called on the JavaFX thread.
 */
final class LatentSpaceViewModel implements AutoCloseable {

  static final int FEWEST_CELLS = 5;
  static final int MOST_CELLS = 40;
  private static final int USUAL_CELLS = 20;
  private static final double SMALLEST_ZOOM = 0.05;
  private static final double LARGEST_ZOOM = 4;
  private static final double FARTHEST = 100;

  /** Arrow keys move by this share of a cell. */
  private static final double SMALL_STEP = 0.25;

  private static final PlaneGrid NO_PLANE = new PlaneGrid(0, PlaneGrid.NONE, 1, USUAL_CELLS);

  private final ReadOnlyObjectWrapper<Stage> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", Stage.WAITING);
  private final ReadOnlyObjectWrapper<String> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", "");
  private final ReadOnlyObjectWrapper<@Nullable ExploredSpace> space =
      new ReadOnlyObjectWrapper<>(this, "space");
  private final ReadOnlyObjectWrapper<PlaneGrid> plane =
      new ReadOnlyObjectWrapper<>(this, "plane", NO_PLANE);
  private final ReadOnlyObjectWrapper<LatentPoint> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", LatentPoint.origin(1));
  private final ReadOnlyObjectWrapper<@Nullable LatentPoint> hovered =
      new ReadOnlyObjectWrapper<>(this, "hovered");
  private final ReadOnlyBooleanWrapper live = new ReadOnlyBooleanWrapper(this, "live");
  private final ReadOnlyIntegerWrapper chosenClass =
      new ReadOnlyIntegerWrapper(this, "chosenClass", 0);
  private final LongProperty seed = new SimpleLongProperty(this, "seed", 1);
  private final CodeSliders sliders = new CodeSliders();
  private final SpacePictures pictures;

  /**
   * A view model without a space.
   *
   * @param uiThread runs what changes properties: the JavaFX thread
   * @param nanoTime tells the time, on any thread
   */
  LatentSpaceViewModel(Executor uiThread, LongSupplier nanoTime) {
    pictures = new SpacePictures(uiThread, nanoTime, this::fail);
    pictures.decoded().addListener((observable, before, now) -> problem.set(""));
  }

  /** Whether there is something to explore. */
  ReadOnlyObjectProperty<Stage> stage() {
    return stage.getReadOnlyProperty();
  }

  /** What went wrong, in one line; empty if nothing did. */
  ReadOnlyObjectProperty<String> problem() {
    return problem.getReadOnlyProperty();
  }

  /** The explored space, or null. */
  ReadOnlyObjectProperty<@Nullable ExploredSpace> space() {
    return space.getReadOnlyProperty();
  }

  /** Which part of the space the plane shows. */
  ReadOnlyObjectProperty<PlaneGrid> plane() {
    return plane.getReadOnlyProperty();
  }

  /** The point that the sliders show. */
  ReadOnlyObjectProperty<LatentPoint> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** The point under the pointer, or null. */
  ReadOnlyObjectProperty<@Nullable LatentPoint> hovered() {
    return hovered.getReadOnlyProperty();
  }

  /** The label of the class that is drawn; 0 where the model is not told the class. */
  ReadOnlyIntegerProperty chosenClass() {
    return chosenClass.getReadOnlyProperty();
  }

  /** Whether the model is being trained. */
  ReadOnlyBooleanProperty live() {
    return live.getReadOnlyProperty();
  }

  /** The seed of random samples. */
  LongProperty seed() {
    return seed;
  }

  /** What the sliders move, and which of them are locked. */
  CodeSliders sliders() {
    return sliders;
  }

  /** The pictures of the point and of the plane. */
  SpacePictures pictures() {
    return pictures;
  }

  /**
   * Explores a space. The point, the plane and the class are kept if they have their place in it.
   */
  void explore(ExploredSpace next) {
    ExploredSpace before = space.get();
    if (before == null || !before.classNames().equals(next.classNames())) {
      chosenClass.set(0);
    }
    pictures.open(next.decoders().get(chosenClass.get()));
    problem.set("");
    hovered.set(null);
    stage.set(Stage.READY);
    if (before == null || !before.hasFormOf(next)) {
      startAfresh(next);
    } else if (plane.get().basis().isPrincipal()) {
      // The directions were those of the model before.
      plane.set(new PlaneGrid(0, 1, plane.get().range(), plane.get().cells()));
    }
    sliders.open(next);
    space.set(next);
    pictures.show(chosen.get(), plane.get(), chosen.get());
  }

  /** There is no space to explore. */
  void exploreNothing(Stage why) {
    pictures.close();
    problem.set("");
    live.set(false);
    hovered.set(null);
    stage.set(why);
  }

  /** The model could not be asked. */
  void fail(Throwable failure) {
    if (!(Failures.cause(failure) instanceof CancellationException)) {
      problem.set(Failures.oneLine(failure));
    }
  }

  /** Says whether the model is being trained. */
  void setLive(boolean trains) {
    live.set(trains);
  }

  /** Draws another class at the same points; what is no class changes nothing. */
  void chooseClass(int label) {
    ExploredSpace explored = space.get();
    if (stage.get() == Stage.READY
        && explored != null
        && label != chosenClass.get()
        && label >= 0
        && label < explored.classNames().size()) {
      chosenClass.set(label);
      hovered.set(null);
      pictures.open(explored.decoders().get(label));
      pictures.show(chosen.get(), plane.get(), chosen.get());
    }
  }

  /** Chooses a place on the plane, by fractions of its side. */
  void choose(double fromLeft, double fromTop) {
    moveTo(plane.get().pointAt(chosen.get(), clamp(fromLeft, 0, 1), clamp(fromTop, 0, 1)));
  }

  /** Looks at a place on the plane without choosing it, by fractions of its side. */
  void hover(double fromLeft, double fromTop) {
    LatentPoint looked = plane.get().pointAt(chosen.get(), fromLeft, fromTop);
    if (stage.get() == Stage.READY && !looked.equals(hovered.get())) {
      hovered.set(looked);
      pictures.showPoint(looked);
    }
  }

  /** Looks at the chosen point again. */
  void leave() {
    if (hovered.get() != null) {
      hovered.set(null);
      pictures.showPoint(chosen.get());
    }
  }

  /** Moves the chosen point on the plane by a quarter of a cell, or a whole one. */
  void nudge(int toTheRight, int upwards, boolean far) {
    PlaneGrid shown = plane.get();
    double step = shown.cellSize() * (far ? 1 : SMALL_STEP);
    LatentPoint point = nudged(shown, chosen.get(), shown.horizontal(), toTheRight * step);
    if (shown.vertical() != PlaneGrid.NONE) {
      point = nudged(shown, point, shown.vertical(), upwards * step);
    }
    moveTo(point);
  }

  /** Moves the chosen point by one slider; what is not a number changes nothing. */
  void setCoordinate(int slider, double value) {
    if (!Double.isNaN(value)) {
      double allowed = clamp(value, -FARTHEST, FARTHEST);
      moveTo(sliders.axes().get().moved(chosen.get(), slider, allowed));
    }
  }

  /** Moves the chosen point to where all sliders are at 0, but not the locked ones. */
  void reset() {
    choose(sliders.keep(chosen.get(), sliders.axes().get().home()));
  }

  /** Moves the chosen point to one of the space; a point of another size changes nothing. */
  void choose(LatentPoint point) {
    if (point.size() == chosen.get().size()) {
      moveTo(point);
    }
  }

  /** Moves the chosen point to the one that belongs to the seed, but not the locked sliders. */
  void sample() {
    LatentPoint sample = LatentPoint.sample(chosen.get().size(), new Seed(seed.get()));
    moveTo(sliders.keep(chosen.get(), sample));
  }

  /** Goes on to the next seed and its point. */
  void sampleNext() {
    seed.set(seed.get() + 1);
    sample();
  }

  /** Shows another dimension across; if it was the one upwards, the two change places. */
  void showAcross(int dimension) {
    PlaneGrid shown = plane.get();
    int vertical = dimension == shown.vertical() ? shown.horizontal() : shown.vertical();
    changePlane(shown.along(dimension, vertical));
  }

  /** Shows another dimension upwards; if it was the one across, the two change places. */
  void showUpwards(int dimension) {
    PlaneGrid shown = plane.get();
    int horizontal = dimension == shown.horizontal() ? shown.vertical() : shown.horizontal();
    if (horizontal != PlaneGrid.NONE) {
      changePlane(shown.along(horizontal, dimension));
    }
  }

  /** Counts the plane's axes in another basis, of which it then shows the first two. */
  void useBasis(PlaneBasis basis) {
    PlaneGrid shown = plane.get();
    if (shown.vertical() != PlaneGrid.NONE && !basis.equals(shown.basis())) {
      boolean same = basis.isPrincipal() == shown.basis().isPrincipal();
      changePlane(
          new PlaneGrid(
              basis,
              same ? shown.horizontal() : 0,
              same ? shown.vertical() : 1,
              shown.range(),
              shown.cells()));
    }
  }

  /** Divides the plane into another number of cells, taken as the nearest that is allowed. */
  void setCells(int cells) {
    PlaneGrid shown = plane.get();
    changePlane(shown.sized(shown.range(), allowedCells(cells)));
  }

  /** Shows the plane to another distance from the origin, taken as the nearest allowed. */
  void setRange(double range) {
    ExploredSpace explored = space.get();
    if (explored != null && range > 0) {
      PlaneGrid shown = plane.get();
      changePlane(shown.sized(allowedRange(explored, range), shown.cells()));
    }
  }

  /** Goes to a state; its range and cells are taken as the nearest allowed. */
  void restore(LatentState state) {
    ExploredSpace explored = space.get();
    if (stage.get() == Stage.READY
        && explored != null
        && state.point().size() == explored.size()
        && Math.max(state.plane().horizontal(), state.plane().vertical()) < explored.size()) {
      chooseClass(state.label());
      PlaneGrid shown = state.plane();
      changePlane(shown.sized(allowedRange(explored, shown.range()), allowedCells(shown.cells())));
      moveTo(state.point());
    }
  }

  /** Forgets the model; nothing is asked any more. */
  @Override
  public void close() {
    exploreNothing(Stage.WAITING);
  }

  /** At every moment the plane's dimensions are some that the chosen point has. */
  private void startAfresh(ExploredSpace next) {
    int cells = plane.get().cells();
    sliders.unlockAll();
    plane.set(new PlaneGrid(0, PlaneGrid.NONE, next.extent(), cells));
    chosen.set(LatentPoint.origin(next.size()));
    if (next.size() > 1) {
      plane.set(new PlaneGrid(0, 1, next.extent(), cells));
    }
  }

  private static LatentPoint nudged(PlaneGrid shown, LatentPoint point, int axis, double step) {
    double next = shown.basis().coordinate(point, axis) + step;
    return step == 0
        ? point
        : shown.basis().moved(point, axis, clamp(next, -shown.range(), shown.range()));
  }

  private static int allowedCells(int cells) {
    return Math.max(FEWEST_CELLS, Math.min(MOST_CELLS, cells));
  }

  private static double allowedRange(ExploredSpace explored, double range) {
    return clamp(range, explored.extent() * SMALLEST_ZOOM, explored.extent() * LARGEST_ZOOM);
  }

  private static double clamp(double value, double least, double most) {
    return Math.max(least, Math.min(most, value));
  }

  private void changePlane(PlaneGrid next) {
    if (stage.get() == Stage.READY && !next.equals(plane.get())) {
      plane.set(next);
      leave();
      pictures.show(chosen.get(), next, chosen.get());
    }
  }

  private void moveTo(LatentPoint next) {
    if (stage.get() != Stage.READY) {
      return;
    }
    LatentPoint before = chosen.get();
    hovered.set(null);
    chosen.set(next);
    if (plane.get().isSharedBy(before, next)) {
      pictures.showPoint(next);
    } else {
      pictures.follow(next, plane.get());
    }
  }

  /** Whether there is something to explore. */
  enum Stage {
    /** There is no model yet. */
    WAITING,
    /** The model makes no images from points. */
    WITHOUT_LATENT_SPACE,
    /** There is a space. */
    READY
  }
}
