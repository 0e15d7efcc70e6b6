package latentlab.training;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast steps are made and how long the rest will take. Only the time inside steps and inside
 * the ends of epochs is counted, so that pauses do not.
 */
final class TrainingPace {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final long WINDOW_NANOS = 2_000_000_000L;

  private final Deque<Step> window = new ArrayDeque<>();
  private long windowNanos;
  private long windowImages;
  private long epochEndNanos;

  private record Step(int images, long nanos) {}

  /** A step was made. */
  void stepMade(int images, long nanos) {
    window.addLast(new Step(images, nanos));
    windowNanos += nanos;
    windowImages += images;
    while (windowNanos - window.getFirst().nanos() >= WINDOW_NANOS) {
      Step oldest = window.removeFirst();
      windowNanos -= oldest.nanos();
      windowImages -= oldest.images();
    }
  }

  /** An epoch was ended: validation, pictures and checkpoint. */
  void epochEnded(long nanos) {
    epochEndNanos = nanos;
  }

  /** Throughput over about the last two seconds of training; 0 before the first step. */
  double imagesPerSecond() {
    return windowImages == 0 ? 0 : windowImages * NANOS_PER_SECOND / Math.max(1, windowNanos);
  }

  /**
   * How long the rest will take.
   *
   * @param steps steps to be made
   * @param epochs ends of epochs to come
   */
  Duration timeLeft(long steps, int epochs) {
    double nanosPerStep = window.isEmpty() ? 0 : (double) windowNanos / window.size();
    return Duration.ofNanos((long) (steps * nanosPerStep + (double) epochs * epochEndNanos));
  }
}
