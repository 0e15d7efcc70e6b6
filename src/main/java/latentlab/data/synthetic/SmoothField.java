package latentlab.data.synthetic;

import java.util.random.RandomGenerator;

/**
 * A smooth random function of the plane with mean 0 and a typical size of 1: a uniform cubic
 * B-spline over a grid of random values. Low frequencies only, as in a hand that bends a whole part
 * of a digit (compare the elastic distortions of Simard, Steinkraus and Platt 2003, there a blurred
 * noise image). Uses no function whose last bit depends on the machine.
 */
final class SmoothField {

  /** Width and height of the grid in skeleton units: more than any digit takes. */
  private static final double EXTENT = 180;

  /** Brings the variance of the interpolated value, averaged over the plane, back to 1. */
  private static final double GAIN = 1 / (151.0 / 315);

  private final double spacing;
  private final int nodes;
  private final double[] values;

  /**
   * Draws the grid's values.
   *
   * @param random used now, not kept
   * @param spacing distance of the grid's nodes in skeleton units
   */
  SmoothField(RandomGenerator random, double spacing) {
    this.spacing = spacing;
    nodes = (int) Math.ceil(EXTENT / spacing) + 3;
    values = new double[nodes * nodes];
    for (int i = 0; i < values.length; i++) {
      values[i] = GAIN * Bell.next(random);
    }
  }

  /**
   * The value at a point.
   *
   * @param x in skeleton units from the digit's centre; beyond the grid the border's value holds
   * @param y likewise
   */
  double at(double x, double y) {
    double column = cell(x);
    double row = cell(y);
    int left = (int) column;
    int top = (int) row;
    double[] across = weights(column - left);
    double[] down = weights(row - top);
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      int start = (top + i) * nodes + left;
      double line = 0;
      for (int j = 0; j < 4; j++) {
        line += across[j] * values[start + j];
      }
      sum += down[i] * line;
    }
    return sum;
  }

  private double cell(double coordinate) {
    double cells = nodes - 3;
    double position = coordinate / spacing + cells / 2;
    return Math.max(0, Math.min(position, cells - 1e-9));
  }

  /** The four cubic B-spline weights at a fraction of a cell; they sum to 1. */
  private static double[] weights(double t) {
    double s = 1 - t;
    return new double[] {
      s * s * s / 6,
      (3 * t * t * t - 6 * t * t + 4) / 6,
      (3 * s * s * s - 6 * s * s + 4) / 6,
      t * t * t / 6
    };
  }
}
