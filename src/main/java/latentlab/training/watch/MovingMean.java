package latentlab.training.watch;

/** The exponential moving mean of a series, without the pull of its beginning. */
final class MovingMean {

  private final double decay;
  private double sum;
  private double weight;

  /**
   * Nothing was seen yet.
   *
   * @param steps over how many values it reaches back
   */
  MovingMean(int steps) {
    this.decay = 1 - 1.0 / steps;
  }

  void add(double value) {
    sum = decay * sum + (1 - decay) * value;
    weight = decay * weight + (1 - decay);
  }

  /** Of what was seen; NaN before. */
  double value() {
    return sum / weight;
  }
}
