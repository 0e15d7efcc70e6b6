package latentlab.data.synthetic;

import java.util.Arrays;

/**
 * The pen's way as straight pieces: points with the pen's radius at each. Grows; for one thread.
 */
final class PenPath {

  private double[] x = new double[256];
  private double[] y = new double[256];
  private double[] radius = new double[256];
  private boolean[] starts = new boolean[256];
  private int size;

  /**
   * Adds a point.
   *
   * @param start whether the pen is set down here, so that no line leads from the point before
   */
  void add(double px, double py, double penRadius, boolean start) {
    if (size == x.length) {
      x = Arrays.copyOf(x, 2 * size);
      y = Arrays.copyOf(y, 2 * size);
      radius = Arrays.copyOf(radius, 2 * size);
      starts = Arrays.copyOf(starts, 2 * size);
    }
    x[size] = px;
    y[size] = py;
    radius[size] = penRadius;
    starts[size] = start;
    size++;
  }

  int size() {
    return size;
  }

  double x(int index) {
    return x[index];
  }

  double y(int index) {
    return y[index];
  }

  double radius(int index) {
    return radius[index];
  }

  boolean startsStroke(int index) {
    return starts[index];
  }
}
