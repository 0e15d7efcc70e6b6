package latentlab.evaluation.projection;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/** What one computation of a projection is given besides the codes. For one thread. */
public final class ProjectionRun {

  private static final long BETWEEN_PICTURES = TimeUnit.MILLISECONDS.toNanos(100);

  private final Seed seed;
  private final Progress progress;
  private final Cancellation cancellation;
  private final Consumer<PlanePoints> pictures;
  private final LongSupplier nanoTime;
  private boolean shown;
  private long lastShown;

  /**
   * A computation that is about to begin.
   *
   * @param seed decides what is random
   * @param progress is told how far it has come
   * @param cancellation asked several times a second
   * @param pictures is given intermediate pictures, the first at once and then at most ten a
   *     second, by the thread that works; it must return soon
   * @param nanoTime tells the time
   */
  public ProjectionRun(
      Seed seed,
      Progress progress,
      Cancellation cancellation,
      Consumer<PlanePoints> pictures,
      LongSupplier nanoTime) {
    this.seed = seed;
    this.progress = progress;
    this.cancellation = cancellation;
    this.pictures = pictures;
    this.nanoTime = nanoTime;
  }

  /**
   * A computation that nobody watches.
   *
   * @param seed decides what is random
   * @return a run without progress and pictures that cannot be cancelled
   */
  public static ProjectionRun unwatched(Seed seed) {
    return new ProjectionRun(
        seed, Progress.NONE, new Cancellation(), points -> {}, System::nanoTime);
  }

  Seed seed() {
    return seed;
  }

  /** Tells the progress; the place at which the computation ends if it was cancelled. */
  void report(long done, long total, String what) {
    cancellation.throwIfRequested();
    progress.report(done, total, what);
  }

  /** Shows a picture if none was shown for a while; it is only made if it is shown. */
  void offer(Supplier<PlanePoints> picture) {
    long now = nanoTime.getAsLong();
    if (!shown || now - lastShown >= BETWEEN_PICTURES) {
      shown = true;
      lastShown = now;
      pictures.accept(picture.get());
    }
  }
}
