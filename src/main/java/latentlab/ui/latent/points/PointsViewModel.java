package latentlab.ui.latent.points;

import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.LatentCodes;
import latentlab.models.storage.ModelCard;
import latentlab.random.Seed;
import latentlab.ui.bridge.LatestProgress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * The encoded test images of the explored model as points on a plane. They are loaded, encoded and
 * projected in the background as soon as somebody looks, one picture at a time: what is asked for
 * later ends what is on its way. Needs no toolkit; all methods are called on the JavaFX thread.
 */
public final class PointsViewModel implements AutoCloseable {

  /** The fewest points that can be asked for. */
  public static final int FEWEST = 1_000;

  /** The most points that can be asked for. */
  public static final int MOST = 10_000;

  /** How many of the nearest points are marked and shown. */
  public static final int NEIGHBOURS = 8;

  private static final Seed SEED = new Seed(1);

  private final CloudLoader loader;
  private final Executor background;
  private final Executor foreground;
  private final PulseScheduler pulses;
  private final FollowPace pace;
  private final ReadOnlyObjectWrapper<@Nullable PointCloud> cloud =
      new ReadOnlyObjectWrapper<>(this, "cloud");
  private final ReadOnlyObjectWrapper<@Nullable PlanePoints> points =
      new ReadOnlyObjectWrapper<>(this, "points");
  private final ReadOnlyObjectWrapper<PointsLayout> layout =
      new ReadOnlyObjectWrapper<>(this, "layout", PointsLayout.PLANE);
  private final ReadOnlyObjectWrapper<Integer> count =
      new ReadOnlyObjectWrapper<>(this, "count", 2 * FEWEST);
  private final ReadOnlyObjectWrapper<State> state =
      new ReadOnlyObjectWrapper<>(this, "state", State.IDLE);
  private final ReadOnlyObjectWrapper<String> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", "");
  private final ReadOnlyObjectWrapper<String> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", "");
  private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(this, "progress", -1);
  private final ReadOnlyDoubleWrapper kept = new ReadOnlyDoubleWrapper(this, "kept", Double.NaN);
  private final ReadOnlyObjectWrapper<float[]> chosen =
      new ReadOnlyObjectWrapper<>(this, "chosen", new float[0]);
  private final ReadOnlyObjectWrapper<int[]> neighbours =
      new ReadOnlyObjectWrapper<>(this, "neighbours", new int[0]);
  private final BooleanProperty thumbnails = new SimpleBooleanProperty(this, "thumbnails", true);
  private final ObservableSet<Integer> hiddenClasses = FXCollections.observableSet();
  private Consumer<float[]> chooser = code -> {};
  private Function<LatentCodes, PlanePoints> plane = PlanePoints::firstTwo;
  private @Nullable Source source;
  private @Nullable PointsJob job;
  private boolean looked;
  private boolean outdated = true;

  /**
   * Points of nothing.
   *
   * @param testImages gives the images
   * @param background runs what takes long
   * @param foreground runs what changes properties: the JavaFX thread
   * @param pulses brings progress to it
   */
  public PointsViewModel(
      TestImages testImages, Executor background, Executor foreground, PulseScheduler pulses) {
    this.loader = new CloudLoader(testImages);
    this.background = background;
    this.foreground = foreground;
    this.pulses = pulses;
    this.pace = new FollowPace(pulses, System::nanoTime, this::follow);
  }

  /**
   * The encoded images.
   *
   * @return holds null until there are some
   */
  public ReadOnlyObjectProperty<@Nullable PointCloud> cloud() {
    return cloud.getReadOnlyProperty();
  }

  /**
   * Where the points lie; for a projection under way, the latest picture.
   *
   * @return holds null, or as many points as the cloud
   */
  public ReadOnlyObjectProperty<@Nullable PlanePoints> points() {
    return points.getReadOnlyProperty();
  }

  /**
   * How the places of the points are found.
   *
   * @return the present choice
   */
  public ReadOnlyObjectProperty<PointsLayout> layout() {
    return layout.getReadOnlyProperty();
  }

  /**
   * How many points are asked for.
   *
   * @return {@link #FEWEST} to {@link #MOST}; there may be fewer images
   */
  public ReadOnlyObjectProperty<Integer> count() {
    return count.getReadOnlyProperty();
  }

  /**
   * Whether there is work in the background.
   *
   * @return the present state
   */
  public ReadOnlyObjectProperty<State> state() {
    return state.getReadOnlyProperty();
  }

  /**
   * What is being done in the background.
   *
   * @return a few words; empty where nothing is
   */
  public ReadOnlyObjectProperty<String> stage() {
    return stage.getReadOnlyProperty();
  }

  /**
   * What went wrong.
   *
   * @return one line; empty if nothing did
   */
  public ReadOnlyObjectProperty<String> problem() {
    return problem.getReadOnlyProperty();
  }

  /**
   * How far the work has come.
   *
   * @return 0 to 1, or -1 where that is not known
   */
  public ReadOnlyDoubleProperty progress() {
    return progress.getReadOnlyProperty();
  }

  /**
   * The share of the ten nearest neighbours that a finished projection keeps.
   *
   * @return 0 to 1, or NaN where it is not known
   */
  public ReadOnlyDoubleProperty kept() {
    return kept.getReadOnlyProperty();
  }

  /**
   * The chosen point's code.
   *
   * @return holds an array that nobody changes; empty at first
   */
  public ReadOnlyObjectProperty<float[]> chosen() {
    return chosen.getReadOnlyProperty();
  }

  /**
   * The images whose codes are nearest to the chosen point.
   *
   * @return holds their numbers, the nearest first
   */
  public ReadOnlyObjectProperty<int[]> neighbours() {
    return neighbours.getReadOnlyProperty();
  }

  /**
   * Whether the image of the point under the pointer is shown.
   *
   * @return true at first
   */
  public BooleanProperty thumbnails() {
    return thumbnails;
  }

  /**
   * The classes whose points are not shown.
   *
   * @return labels; may be changed
   */
  public ObservableSet<Integer> hiddenClasses() {
    return hiddenClasses;
  }

  /**
   * Says what a click on a point does.
   *
   * @param next takes the code of the point
   */
  public void onChoose(Consumer<float[]> next) {
    chooser = next;
  }

  /** Takes up another model, whose images are loaded when somebody looks. */
  public void explore(ModelCard card, ImageEncoder encoder) {
    source = new Source(card, encoder);
    hiddenClasses.clear();
    forget();
    refresh();
  }

  /** There are no points. */
  public void exploreNothing() {
    source = null;
    forget();
  }

  /**
   * Says whether somebody looks; only then is work begun. Work under way goes on.
   *
   * @param visible whether the points can be seen
   */
  public void setLooked(boolean visible) {
    looked = visible;
    if (visible && (outdated || pace.isBehind())) {
      refresh();
    }
  }

  /**
   * Lays the points out in another way.
   *
   * @param next the new way
   */
  public void layOut(PointsLayout next) {
    if (next != layout.get()) {
      layout.set(next);
      place();
    }
  }

  /**
   * Asks for another number of points.
   *
   * @param wanted taken as the nearest that is allowed
   */
  public void setCount(int wanted) {
    int allowed = Math.max(FEWEST, Math.min(MOST, wanted));
    if (allowed != count.get()) {
      count.set(allowed);
      refresh();
    }
  }

  /**
   * Says what the grid's plane is.
   *
   * @param next gives the coordinates of codes on it
   */
  public void setPlane(Function<LatentCodes, PlanePoints> next) {
    plane = next;
    PointCloud present = cloud.get();
    if (layout.get() == PointsLayout.PLANE && present != null) {
      points.set(plane.apply(present.codes()));
    }
  }

  /**
   * Where codes lie on the grid's plane, whatever the layout.
   *
   * @param codes [count, latentSize]
   * @return a point for each
   */
  public PlanePoints onPlane(LatentCodes codes) {
    return plane.apply(codes);
  }

  /**
   * Where a code that belongs to no image lies.
   *
   * @param code [latentSize]
   * @return one point, or empty where the layout has places for the images alone
   */
  public Optional<PlanePoints> placeOf(float[] code) {
    PointCloud present = cloud.get();
    if (present == null || present.codes().size() != code.length) {
      return Optional.empty();
    }
    return layout.get().place(LatentCodes.of(code), present, plane);
  }

  /** The user has chosen the point of an image. */
  public void choose(int index) {
    PointCloud present = cloud.get();
    if (present != null) {
      chooser.accept(present.codes().code(index));
    }
  }

  /**
   * Another code has been chosen, here or elsewhere.
   *
   * @param code [latentSize], which nobody changes
   */
  public void showChosen(float[] code) {
    chosen.set(code);
    findNeighbours();
  }

  /** Loads and encodes the images anew, as after a change of the model. */
  public void refresh() {
    outdated = true;
    Source wanted = source;
    if (wanted == null || !looked) {
      return;
    }
    begin(State.WORKING, loading(wanted));
  }

  /**
   * The model has other weights now. The points follow every few seconds while somebody looks, but
   * not where their places take long to be computed.
   */
  public void weightsChanged() {
    if (source != null) {
      pace.changed();
    }
  }

  private void follow() {
    Source wanted = source;
    if (wanted != null && looked && isQuick() && job == null && !outdated) {
      begin(State.FOLLOWING, loading(wanted));
    }
  }

  private boolean isQuick() {
    return layout.get().projection().isEmpty();
  }

  private PointsJob.Loading loading(Source wanted) {
    int images = count.get();
    cancel();
    pace.begin();
    return (report, stop) -> loader.load(wanted.card(), wanted.encoder(), images, report, stop);
  }

  /** Ends the work in the background; what has been shown stays. */
  public void cancel() {
    PointsJob running = job;
    job = null;
    if (running != null) {
      running.cancel();
      pace.end();
    }
    state.set(State.IDLE);
    stage.set("");
    progress.set(-1);
  }

  @Override
  public void close() {
    exploreNothing();
  }

  private void forget() {
    cancel();
    outdated = true;
    cloud.set(null);
    points.set(null);
    neighbours.set(new int[0]);
    kept.set(Double.NaN);
    problem.set("");
  }

  /** Puts the points that are there to their places; computes these if they must be. */
  private void place() {
    PointCloud present = cloud.get();
    if (present != null && !(outdated && job != null)) {
      begin(State.WORKING, PointsJob.Loading.of(() -> present));
    } else if (outdated) {
      refresh();
    }
  }

  private void begin(State next, PointsJob.Loading loading) {
    cancel();
    problem.set("");
    kept.set(Double.NaN);
    state.set(next);
    Delivery delivery = new Delivery();
    PointsJob begun =
        new PointsJob(
            new PointsJob.Work(loading, layout.get().projection(), SEED),
            delivery,
            new LatestProgress(pulses, delivery::report));
    delivery.job = begun;
    job = begun;
    background.execute(begun);
  }

  private void showCloud(PointCloud loaded) {
    PointCloud before = cloud.get();
    outdated = false;
    if (!loaded.equals(before)) {
      // A picture of other points must at no moment be taken for one of these.
      if (before == null || !before.hasImagesOf(loaded) || !isQuick()) {
        points.set(null);
      }
      cloud.set(loaded);
      findNeighbours();
    }
    layout.get().place(loaded.codes(), loaded, plane).ifPresent(points::set);
  }

  private void findNeighbours() {
    PointCloud present = cloud.get();
    neighbours.set(present == null ? new int[0] : present.nearest(chosen.get(), NEIGHBOURS));
  }

  /** Whether there is work in the background. */
  public enum State {
    /** There is none. */
    IDLE,
    /** There is. */
    WORKING,
    /** There is, to follow a model that learns; nobody waits for it. */
    FOLLOWING
  }

  /** Whose images are shown. */
  private record Source(ModelCard card, ImageEncoder encoder) {}

  /** Brings the results of one job to the JavaFX thread, as long as it is the latest. */
  private final class Delivery implements PointsJob.Results {

    private @Nullable PointsJob job;

    @Override
    public void loaded(PointCloud loaded) {
      deliver(() -> showCloud(loaded));
    }

    @Override
    public void projected(PlanePoints picture) {
      deliver(() -> points.set(picture));
    }

    @Override
    public void judged(double share) {
      deliver(() -> kept.set(share));
    }

    @Override
    public void ended(Optional<Throwable> failure) {
      deliver(
          () -> {
            cancel();
            failure.map(Failures::oneLine).ifPresent(problem::set);
          });
    }

    void report(LatestProgress.Report report) {
      if (isLatest()) {
        progress.set(report.fraction());
        stage.set(report.what());
      }
    }

    private void deliver(Runnable news) {
      foreground.execute(
          () -> {
            if (isLatest()) {
              news.run();
            }
          });
    }

    private boolean isLatest() {
      return job != null && job == PointsViewModel.this.job;
    }
  }
}
