package latentlab.ui.bridge;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import latentlab.progress.Progress;
import org.jspecify.annotations.Nullable;

/**
 * Carries progress to the JavaFX thread: only the latest report, never more than one waiting, and
 * at most some twenty-five a second. Any thread may report.
 */
public final class LatestProgress implements Progress {

  private static final Duration BETWEEN_REPORTS = Duration.ofMillis(40);

  private final AtomicReference<@Nullable Report> waiting = new AtomicReference<>();
  private final PulseScheduler pulses;
  private final Consumer<Report> receiver;

  /**
   * Creates the way for one piece of work.
   *
   * @param pulses reaches the JavaFX thread
   * @param receiver is told there
   */
  public LatestProgress(PulseScheduler pulses, Consumer<Report> receiver) {
    this.pulses = pulses;
    this.receiver = receiver;
  }

  @Override
  public void report(long done, long total, String what) {
    if (waiting.getAndSet(new Report(done, total, what)) == null) {
      pulses.schedule(this::deliver, BETWEEN_REPORTS);
    }
  }

  private void deliver() {
    Report report = waiting.getAndSet(null);
    if (report != null) {
      receiver.accept(report);
    }
  }

  /**
   * How far work has come.
   *
   * @param done units done
   * @param total units in all, or -1 where that is not known
   * @param what what is being done
   */
  public record Report(long done, long total, String what) {

    /**
     * The part that is done.
     *
     * @return from 0 to 1, or -1 where it is not known
     */
    public double fraction() {
      return total > 0 ? Math.min(1, (double) done / total) : -1;
    }
  }
}
