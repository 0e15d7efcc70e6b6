package latentlab.ui.bridge;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import latentlab.training.TrainingEvent;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.EpochPictures;
import latentlab.training.TrainingEvent.SamplesSurveyed;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingEvent.WarningsChanged;
import latentlab.training.TrainingListener;
import org.jspecify.annotations.Nullable;

/**
 * Carries the events of one training to the JavaFX thread. Every loss point arrives; of pictures
 * and states only the latest. However fast the training runs, there are at most {@value
 * #DRAINS_PER_SECOND} deliveries a second and never more than one waiting in the JavaFX queue.
 */
public final class TrainingEventBridge implements TrainingListener, AutoCloseable {

  /** Deliveries in a second at most: smooth to the eye, and leaves most frames to input. */
  public static final int DRAINS_PER_SECOND = 25;

  private static final EpochPictures NO_PICTURES =
      new EpochPictures(Optional.empty(), Optional.empty(), Optional.empty(), List.of());

  private final Consumer<TrainingNews> receiver;
  private final PulseScheduler scheduler;
  private final LongSupplier nanoClock;
  private final long intervalNanos = Duration.ofSeconds(1).toNanos() / DRAINS_PER_SECOND;

  private final Object lock = new Object();
  private List<StepCompleted> steps = new ArrayList<>();
  private List<EpochCompleted> epochs = new ArrayList<>();
  private List<SamplesSurveyed> surveys = new ArrayList<>();
  private @Nullable EpochPictures pictures;
  private @Nullable WarningsChanged warnings;
  private @Nullable StateChanged state;
  private boolean drainScheduled;
  private boolean closed;
  private long nextDrainNanos;

  /**
   * Creates a bridge for one training.
   *
   * @param receiver is told the news on the JavaFX thread
   * @param scheduler reaches the JavaFX thread
   * @param nanoClock the time in nanoseconds, as {@link System#nanoTime()} gives it
   */
  public TrainingEventBridge(
      Consumer<TrainingNews> receiver, PulseScheduler scheduler, LongSupplier nanoClock) {
    this.receiver = receiver;
    this.scheduler = scheduler;
    this.nanoClock = nanoClock;
    this.nextDrainNanos = nanoClock.getAsLong();
  }

  @Override
  public void onEvent(TrainingEvent event) {
    long delayNanos;
    synchronized (lock) {
      if (closed) {
        return;
      }
      keep(event);
      if (drainScheduled) {
        return;
      }
      drainScheduled = true;
      delayNanos = Math.max(0, nextDrainNanos - nanoClock.getAsLong());
    }
    scheduler.schedule(this::drain, Duration.ofNanos(delayNanos));
  }

  /** Nothing is delivered any more. Any thread may call. */
  @Override
  public void close() {
    synchronized (lock) {
      closed = true;
      take();
    }
  }

  private void keep(TrainingEvent event) {
    if (event instanceof StepCompleted step) {
      steps.add(step);
    } else if (event instanceof EpochCompleted epoch) {
      pictures = epoch.pictures();
      epochs.add(withoutPictures(epoch));
    } else if (event instanceof SamplesSurveyed survey) {
      surveys.add(survey);
    } else if (event instanceof WarningsChanged change) {
      warnings = change;
    } else if (event instanceof StateChanged change) {
      state = change;
    }
  }

  private void drain() {
    TrainingNews news;
    synchronized (lock) {
      drainScheduled = false;
      nextDrainNanos = nanoClock.getAsLong() + intervalNanos;
      if (closed) {
        return;
      }
      news = take();
    }
    receiver.accept(news);
  }

  private TrainingNews take() {
    TrainingNews news =
        new TrainingNews(
            steps,
            epochs,
            Optional.ofNullable(pictures),
            surveys,
            Optional.ofNullable(warnings),
            Optional.ofNullable(state));
    steps = new ArrayList<>();
    epochs = new ArrayList<>();
    surveys = new ArrayList<>();
    pictures = null;
    warnings = null;
    state = null;
    return news;
  }

  /** Pictures of many epochs would weigh megabytes while the JavaFX thread is busy. */
  private static EpochCompleted withoutPictures(EpochCompleted epoch) {
    return new EpochCompleted(
        epoch.epoch(),
        epoch.epochs(),
        epoch.step(),
        epoch.training(),
        epoch.validation(),
        NO_PICTURES);
  }
}
