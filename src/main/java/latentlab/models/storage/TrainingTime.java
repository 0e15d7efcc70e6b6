package latentlab.models.storage;

import java.time.Duration;

/** The time that a training took, for people. */
public final class TrainingTime {

  private static final int SECONDS = 60;
  private static final int MINUTES = 60;

  private TrainingTime() {}

  /**
   * A time in the two largest units that matter.
   *
   * @param time 0 or more
   * @return such as 8 s, 2 min 5 s, 38 min or 3 h 20 min
   */
  public static String text(Duration time) {
    long seconds = Math.round(time.toMillis() / 1e3);
    if (seconds < SECONDS) {
      return seconds + " s";
    }
    if (seconds < 10 * SECONDS) {
      return two(seconds / SECONDS, "min", seconds % SECONDS, "s");
    }
    long minutes = Math.round((double) seconds / SECONDS);
    return minutes < MINUTES
        ? minutes + " min"
        : two(minutes / MINUTES, "h", minutes % MINUTES, "min");
  }

  private static String two(long large, String largeUnit, long small, String smallUnit) {
    return large + " " + largeUnit + (small == 0 ? "" : " " + small + " " + smallUnit);
  }
}
