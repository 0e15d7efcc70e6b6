package latentlab.ui.training.chart;

import java.util.Arrays;

/** All points of one curve, for one thread. */
public final class Curve {

  private long[] steps = new long[256];
  private double[] values = new double[256];
  private int size;

  /**
   * Adds a point at the end.
   *
   * @param step the number of steps made
   * @param value what was measured
   */
  public void add(long step, double value) {
    if (size == steps.length) {
      steps = Arrays.copyOf(steps, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    steps[size] = step;
    values[size] = value;
    size++;
  }

  /**
   * How many points there are.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * Where a point lies.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the number of steps made
   */
  public long step(int index) {
    return steps[index];
  }

  /**
   * What was measured at a point.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the value
   */
  public double value(int index) {
    return values[index];
  }

  /**
   * The point nearest to a place; of two equally near ones the earlier.
   *
   * @param step any place
   * @return an index; -1 if there are no points
   */
  public int nearest(double step) {
    int before = last(step);
    if (before < 0) {
      return size == 0 ? -1 : 0;
    }
    boolean laterIsNearer = before + 1 < size && steps[before + 1] - step < step - steps[before];
    return laterIsNearer ? before + 1 : before;
  }

  /**
   * The last point up to a place.
   *
   * @param step any place
   * @return an index; -1 if all points lie behind it
   */
  public int last(double step) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (steps[middle] <= step) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }

  /** Forgets all points. */
  public void clear() {
    size = 0;
  }
}
