package latentlab.ui.latent;

import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How long it took lately from a change by the user to its picture. One thread at a time; recording
 * allocates nothing.
 */
final class LatencyRecorder {

  private static final int MOST = 512;
  private static final double NANOS_PER_MILLISECOND = 1e6;

  private final long[] latest = new long[MOST];
  private long recorded;

  /** Adds a duration; the oldest one is forgotten where there are more than 512. */
  void record(long nanos) {
    latest[(int) (recorded++ % MOST)] = nanos;
  }

  /** How many durations are remembered. */
  int count() {
    return (int) Math.min(recorded, MOST);
  }

  /**
   * The duration that a share of those remembered do not exceed.
   *
   * @param percent above 0, up to 100
   * @return milliseconds (nearest rank), or empty if nothing was recorded
   */
  OptionalDouble percentile(double percent) {
    int count = count();
    if (count == 0) {
      return OptionalDouble.empty();
    }
    long[] sorted = Arrays.copyOf(latest, count);
    Arrays.sort(sorted);
    int rank = Math.max(1, (int) Math.ceil(percent / 100 * count));
    return OptionalDouble.of(sorted[rank - 1] / NANOS_PER_MILLISECOND);
  }
}
