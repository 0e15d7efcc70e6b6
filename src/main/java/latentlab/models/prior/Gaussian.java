package latentlab.models.prior;

import java.util.random.RandomGenerator;

/** N(m, L L^T). Immutable. */
final class Gaussian {

  private static final double LOG_TWO_PI = Math.log(2 * Math.PI);

  private final double[] mean;
  private final Factor factor;
  private final double logDeterminant;

  /** Takes the mean over, [size]. */
  Gaussian(double[] mean, Factor factor) {
    this.mean = mean;
    this.factor = factor;
    this.logDeterminant = factor.logDeterminant();
  }

  int size() {
    return mean.length;
  }

  /** log N(y; 0, I). */
  static double standardLogDensity(double[] y) {
    double squares = 0;
    for (double value : y) {
      squares += value * value;
    }
    return -0.5 * (squares + y.length * LOG_TWO_PI);
  }

  /** log det L. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** The density at x, in nats; x becomes L^-1 (x - m). */
  double logDensity(double[] x) {
    whiten(x);
    return standardLogDensity(x) - logDeterminant;
  }

  /** Replaces x by L^-1 (x - m). */
  void whiten(double[] x) {
    for (int j = 0; j < mean.length; j++) {
      x[j] -= mean[j];
    }
    factor.solve(x);
  }

  /** Replaces y by m + L y. */
  void colour(double[] y) {
    factor.multiply(y);
    for (int j = 0; j < mean.length; j++) {
      y[j] += mean[j];
    }
  }

  /** Fills x with a draw of N(0, I). */
  static void drawStandard(RandomGenerator random, double[] x) {
    for (int j = 0; j < x.length; j++) {
      x[j] = random.nextGaussian();
    }
  }

  /** Writes the mean, [size], and the factor, [size, size], from the given component's place on. */
  void copyTo(float[] means, float[] factors, int component) {
    for (int j = 0; j < mean.length; j++) {
      means[component * mean.length + j] = (float) mean[j];
    }
    factor.copyTo(factors, component * mean.length * mean.length);
  }
}
