package latentlab.evaluation.neighbours;

import java.util.Arrays;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;

/**
 * The nearest of some rows for each of others, by the Euclidean distance; of equally near ones,
 * those that come first.
 *
 * @param each how many for each row
 * @param index [rows, each], the nearest first
 * @param squaredDistance [rows, each]
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too big to be copied.
public record Neighbours(int each, int[] index, float[] squaredDistance) {

  /**
   * The nearest of the other rows for each row.
   *
   * @param rows [n, size]
   * @param each how many, less than n
   * @param cancellation asked before each block
   * @return [n, each]; no row is its own neighbour
   * @throws IllegalArgumentException if there are too few rows
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Neighbours withinRows(Features rows, int each, Cancellation cancellation) {
    requireEnough(each, rows.count() - 1);
    Neighbours nearest = none(rows.count(), each);
    SquaredDistances.compare(
        rows,
        rows,
        cancellation,
        block -> {
          hideDiagonal(block);
          nearest.take(block, 0);
        });
    return nearest;
  }

  /**
   * The nearest of some rows for each of others.
   *
   * @param rows [n, size]
   * @param among [m, size]
   * @param each how many, at most m
   * @param cancellation asked before each block
   * @return [n, each]
   * @throws IllegalArgumentException if there are too few rows
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static Neighbours of(Features rows, Features among, int each, Cancellation cancellation) {
    requireEnough(each, among.count());
    Neighbours nearest = none(rows.count(), each);
    nearest.offer(rows, among, 0, cancellation);
    return nearest;
  }

  /** Nothing near yet: to be offered at least as many rows as are wanted. */
  static Neighbours none(int rows, int each) {
    float[] distance = new float[Math.multiplyExact(rows, each)];
    Arrays.fill(distance, Float.POSITIVE_INFINITY);
    int[] index = new int[distance.length];
    Arrays.fill(index, -1);
    return new Neighbours(each, index, distance);
  }

  /** Keeps what is nearer among further rows, of which the first has the place given. */
  void offer(Features rows, Features among, int firstPlace, Cancellation cancellation) {
    SquaredDistances.compare(rows, among, cancellation, block -> take(block, firstPlace));
  }

  private static void requireEnough(int each, int available) {
    if (each < 1 || each > available) {
      throw new IllegalArgumentException(each + " neighbours among " + available + " rows");
    }
  }

  private static void hideDiagonal(SquaredDistances.Block block) {
    for (int i = 0; i < block.rows(); i++) {
      int own = block.firstRow() + i - block.firstOther();
      if (own >= 0 && own < block.others()) {
        block.squared()[i * block.others() + own] = Float.POSITIVE_INFINITY;
      }
    }
  }

  /** Keeps what is nearer in one block. */
  void take(SquaredDistances.Block block, int firstPlace) {
    for (int i = 0; i < block.rows(); i++) {
      int last = (block.firstRow() + i + 1) * each - 1;
      int start = i * block.others();
      for (int j = 0; j < block.others(); j++) {
        float candidate = block.squared()[start + j];
        if (candidate < squaredDistance[last]) {
          insert(last, candidate, firstPlace + block.firstOther() + j);
        }
      }
    }
  }

  /** In place of the farthest, then forward past all that are farther. */
  private void insert(int last, float candidate, int place) {
    int at = last;
    while (at > last - each + 1 && squaredDistance[at - 1] > candidate) {
      squaredDistance[at] = squaredDistance[at - 1];
      index[at] = index[at - 1];
      at--;
    }
    squaredDistance[at] = candidate;
    index[at] = place;
  }
}
