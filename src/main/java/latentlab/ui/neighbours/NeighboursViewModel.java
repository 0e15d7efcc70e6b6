package latentlab.ui.neighbours;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import latentlab.data.ImageBatch;
import latentlab.models.storage.ModelCard;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.ui.bridge.LatestProgress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.text.Failures;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the training images nearest to a tab's picture, while that is wanted. One search at a
 * time: of the pictures that come meanwhile, the latest is searched for next. Needs no toolkit; all
 * methods are called on the JavaFX thread.
 */
public final class NeighboursViewModel implements AutoCloseable {

  /** How many images are looked for. */
  public static final int MOST = 8;

  private final TrainingImages source;
  private final Executor background;
  private final Executor foreground;
  private final PulseScheduler pulses;
  private final BooleanProperty wanted = new SimpleBooleanProperty(this, "wanted");
  private final ReadOnlyObjectWrapper<@Nullable NearestPictures> nearest =
      new ReadOnlyObjectWrapper<>(this, "nearest");
  private final ReadOnlyObjectWrapper<String> problem =
      new ReadOnlyObjectWrapper<>(this, "problem", "");
  private final ReadOnlyObjectWrapper<String> stage =
      new ReadOnlyObjectWrapper<>(this, "stage", "");
  private @Nullable ModelCard card;

  /** Read in the background, where a search begins. */
  private volatile @Nullable ImageBatch picture;

  private @Nullable Search running;

  /**
   * Looks for nothing yet.
   *
   * @param source opens the training images
   * @param background runs what takes long, preferably a moment later, so that nothing is searched
   *     for while a hand moves
   * @param foreground runs what changes properties: the JavaFX thread
   * @param pulses brings progress to it
   */
  public NeighboursViewModel(
      TrainingImages source, Executor background, Executor foreground, PulseScheduler pulses) {
    this.source = source;
    this.background = background;
    this.foreground = foreground;
    this.pulses = pulses;
    wanted.addListener((observable, before, now) -> restart());
  }

  /**
   * Whether the images are looked for.
   *
   * @return false at first; may be changed
   */
  public BooleanProperty wanted() {
    return wanted;
  }

  /**
   * What was found last.
   *
   * @return holds null until something was found for the present model
   */
  public ReadOnlyObjectProperty<@Nullable NearestPictures> nearest() {
    return nearest.getReadOnlyProperty();
  }

  /**
   * Why nothing was found.
   *
   * @return one line; empty if there is no such reason
   */
  public ReadOnlyObjectProperty<String> problem() {
    return problem.getReadOnlyProperty();
  }

  /**
   * What is being done until there is a first result.
   *
   * @return a few words; empty where nothing is done
   */
  public ReadOnlyObjectProperty<String> stage() {
    return stage.getReadOnlyProperty();
  }

  /**
   * Takes up another model, of which there is no picture yet.
   *
   * @param next what is known about it, or null if there is none
   */
  public void explore(@Nullable ModelCard next) {
    card = next;
    picture = null;
    restart();
  }

  /**
   * Takes another picture of the same model.
   *
   * @param next [1, height, width, channels], or null if there is none
   */
  public void show(@Nullable ImageBatch next) {
    picture = next;
    search();
  }

  /** Whether nothing is being looked for, so that what is shown stays. */
  public boolean isSettled() {
    return running == null;
  }

  @Override
  public void close() {
    explore(null);
  }

  private void restart() {
    if (running != null) {
      running.cancellation.cancel();
      running = null;
    }
    nearest.set(null);
    problem.set("");
    stage.set("");
    search();
  }

  /** What failed once is not tried again for each picture. */
  private void search() {
    ModelCard model = card;
    if (running == null
        && wanted.get()
        && model != null
        && picture != null
        && problem.get().isEmpty()) {
      Search next = new Search(model);
      running = next;
      background.execute(next);
    }
  }

  /** Looks for the picture that is shown when it begins, in the background. */
  private final class Search implements Runnable {

    private final ModelCard model;
    private final Cancellation cancellation = new Cancellation();
    private final LatestProgress progress = new LatestProgress(pulses, this::tell);

    Search(ModelCard model) {
      this.model = model;
    }

    @Override
    public void run() {
      ImageBatch searched = picture;
      if (searched == null || cancellation.isRequested()) {
        foreground.execute(() -> end(searched, () -> {}));
        return;
      }
      try {
        TrainingSet set = source.open(model, progress, cancellation);
        NearestPictures found =
            NearestPictures.of(searched, set, MOST, Progress.NONE, cancellation);
        foreground.execute(() -> end(searched, () -> nearest.set(found)));
      } catch (CancellationException cancelled) {
        foreground.execute(() -> end(searched, () -> {}));
      } catch (RuntimeException | Error failure) {
        foreground.execute(() -> end(searched, () -> problem.set(Failures.oneLine(failure))));
      }
    }

    private void tell(LatestProgress.Report report) {
      if (running == this && nearest.get() == null) {
        stage.set(report.what());
      }
    }

    /** Whether it is another picture, not whether it looks otherwise, which takes long to say. */
    @SuppressWarnings("ReferenceEquality")
    private boolean isOther(@Nullable ImageBatch searched) {
      return picture != searched;
    }

    private void end(@Nullable ImageBatch searched, Runnable news) {
      if (running == this) {
        running = null;
        stage.set("");
        news.run();
        if (isOther(searched)) {
          search();
        }
      }
    }
  }
}
