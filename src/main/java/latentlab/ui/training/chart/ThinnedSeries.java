package latentlab.ui.training.chart;

import java.util.Arrays;

/**
 * A curve of bounded size. Points are gathered in buckets of equally many; of each bucket the least
 * and the greatest value are kept, at their own places, so that no peak is lost. When the buckets
 * run out, neighbours are merged, and each holds twice as many points from then on. Adding a point
 * takes constant time on average. For one thread.
 */
public final class ThinnedSeries {

  private final int maxBuckets;
  private final double[] xs;
  private final double[] ys;
  private int full;
  private long pointsInBucket = 1;
  private long pointsInLast;

  /**
   * Creates an empty curve.
   *
   * @param maxBuckets the most buckets; twice as many points are drawn at most. Even, at least 2
   * @throws IllegalArgumentException if it is odd or below 2
   */
  public ThinnedSeries(int maxBuckets) {
    if (maxBuckets < 2 || maxBuckets % 2 != 0) {
      throw new IllegalArgumentException("buckets must be even and at least 2, not " + maxBuckets);
    }
    this.maxBuckets = maxBuckets;
    this.xs = new double[2 * maxBuckets];
    this.ys = new double[2 * maxBuckets];
  }

  /**
   * Adds a point at the end.
   *
   * @param x at least the x of the last point
   * @param y its value
   */
  public void add(double x, double y) {
    if (pointsInLast == 0) {
      open(x, y);
    } else {
      widen(2 * full, x, y);
    }
    pointsInLast++;
    if (pointsInLast == pointsInBucket) {
      full++;
      pointsInLast = 0;
      if (full == maxBuckets) {
        mergeNeighbours();
      }
    }
  }

  /** Forgets all points. */
  public void clear() {
    full = 0;
    pointsInBucket = 1;
    pointsInLast = 0;
  }

  /**
   * How many points are to be drawn.
   *
   * @return from 0 to twice the most buckets
   */
  public int size() {
    return 2 * (full + (pointsInLast > 0 ? 1 : 0));
  }

  /**
   * The places of the points to be drawn.
   *
   * @return a copy, rising
   */
  public double[] xs() {
    return Arrays.copyOf(xs, size());
  }

  /**
   * The values of the points to be drawn.
   *
   * @return a copy, in the order of {@link #xs()}
   */
  public double[] ys() {
    return Arrays.copyOf(ys, size());
  }

  private void open(double x, double y) {
    int at = 2 * full;
    xs[at] = x;
    ys[at] = y;
    xs[at + 1] = x;
    ys[at + 1] = y;
  }

  /** A bucket holds its two extremes in the order in which they came. */
  private void widen(int at, double x, double y) {
    double low = Math.min(ys[at], ys[at + 1]);
    double high = Math.max(ys[at], ys[at + 1]);
    if (y >= low && y <= high) {
      return;
    }
    boolean keepsFirst = y < low ? ys[at] == high : ys[at] == low;
    if (!keepsFirst) {
      xs[at] = xs[at + 1];
      ys[at] = ys[at + 1];
    }
    xs[at + 1] = x;
    ys[at + 1] = y;
  }

  private void mergeNeighbours() {
    for (int bucket = 0; bucket < maxBuckets / 2; bucket++) {
      merge(4 * bucket, 2 * bucket);
    }
    full = maxBuckets / 2;
    pointsInBucket *= 2;
  }

  private void merge(int from, int to) {
    int lowest = from;
    int highest = from;
    for (int i = from + 1; i < from + 4; i++) {
      lowest = ys[i] < ys[lowest] ? i : lowest;
      highest = ys[i] > ys[highest] ? i : highest;
    }
    int first = Math.min(lowest, highest);
    int second = Math.max(lowest, highest);
    double firstX = xs[first];
    double firstY = ys[first];
    double secondX = xs[second];
    double secondY = ys[second];
    xs[to] = firstX;
    ys[to] = firstY;
    xs[to + 1] = secondX;
    ys[to + 1] = secondY;
  }
}
