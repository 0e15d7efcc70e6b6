package latentlab.training.watch;

import java.util.Arrays;
import latentlab.models.LossTerms;

/**
 * A loss oscillates where its moving mean goes up and down by more than its own size, again and
 * again, within the last steps.
 */
final class OscillationWatch implements LossWatch {

  private static final int SMOOTHING = 10;
  private static final int WINDOW = 400;
  private static final int PAUSE = 25;

  /** Of the window's values, what lies outside on each side does not count. */
  private static final double TAIL = 0.1;

  /** From the lower to the upper end, in means of the absolute value. */
  private static final double GREAT_SWING = 1.5;

  /** Ways from the lower to the upper third of the swing, or back. */
  private static final int MANY_SWINGS = 6;

  private final String term;
  private final MovingMean mean = new MovingMean(SMOOTHING);
  private final double[] window = new double[WINDOW];
  private long steps;
  private boolean raised;

  OscillationWatch(String term) {
    this.term = term;
  }

  @Override
  public TrainingWarning warning() {
    return TrainingWarning.OSCILLATION;
  }

  @Override
  public void observe(LossTerms loss) {
    Double value = loss.parts().get(term);
    if (value == null) {
      return;
    }
    mean.add(value);
    window[(int) (steps % WINDOW)] = mean.value();
    steps++;
    if (steps >= WINDOW && steps % PAUSE == 0) {
      raised = swings();
    }
  }

  private boolean swings() {
    double[] sorted = window.clone();
    Arrays.sort(sorted);
    double low = sorted[(int) (TAIL * WINDOW)];
    double high = sorted[(int) ((1 - TAIL) * WINDOW)];
    double size = Arrays.stream(window).map(Math::abs).average().orElse(0);
    double third = (high - low) / 3;
    return high - low > GREAT_SWING * size && countSwings(low + third, high - third) >= MANY_SWINGS;
  }

  /** How often the series goes from below the lower to above the upper bound, or back. */
  private int countSwings(double lower, double upper) {
    int count = 0;
    int side = 0;
    for (int i = 0; i < WINDOW; i++) {
      double value = window[(int) ((steps + i) % WINDOW)];
      int now = value < lower ? -1 : value > upper ? 1 : side;
      count += side != 0 && now != side ? 1 : 0;
      side = now;
    }
    return count;
  }

  @Override
  public boolean isRaised() {
    return raised;
  }
}
