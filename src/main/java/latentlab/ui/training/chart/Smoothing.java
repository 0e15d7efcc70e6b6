package latentlab.ui.training.chart;

/**
 * An exponential moving average without the pull towards its start (the bias correction of Kingma
 * and Ba 2015, section 3). It is taken over all points, so it does not depend on what is visible.
 * For one thread.
 */
public final class Smoothing {

  private final double weight;
  private double sum;
  private double weightOfAll;

  /**
   * Starts an average.
   *
   * @param weight how much of the past is kept at each point, from 0 (no smoothing) to below 1
   * @throws IllegalArgumentException if the weight is out of range
   */
  public Smoothing(double weight) {
    if (!(weight >= 0 && weight < 1)) {
      throw new IllegalArgumentException("a smoothing weight of " + weight + " is not in [0, 1)");
    }
    this.weight = weight;
  }

  /**
   * Takes in the next value.
   *
   * @param value any finite number
   * @return the average so far
   */
  public double next(double value) {
    sum = weight * sum + (1 - weight) * value;
    weightOfAll = weight * weightOfAll + (1 - weight);
    return latest();
  }

  /**
   * The average so far.
   *
   * @return what {@link #next} gave last; NaN before the first value
   */
  public double latest() {
    return sum / weightOfAll;
  }
}
