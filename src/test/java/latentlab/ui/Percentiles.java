package latentlab.ui;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Durations in milliseconds, as measurements print them. */
public final class Percentiles {

  private static final double NANOS_PER_MILLISECOND = 1e6;

  private Percentiles() {}

  /** A JSON member with the median, two high percentiles and the greatest of some nanoseconds. */
  public static String json(String name, List<Long> nanos) {
    long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return String.format(
        Locale.ROOT,
        "\"%s\":{\"p50\":%.2f,\"p95\":%.2f,\"p99\":%.2f,\"max\":%.2f}",
        name,
        rank(sorted, 50),
        rank(sorted, 95),
        rank(sorted, 99),
        rank(sorted, 100));
  }

  private static double rank(long[] sorted, int percent) {
    int index = Math.max(0, (int) Math.ceil(percent / 100.0 * sorted.length) - 1);
    return sorted.length == 0 ? Double.NaN : sorted[index] / NANOS_PER_MILLISECOND;
  }
}
