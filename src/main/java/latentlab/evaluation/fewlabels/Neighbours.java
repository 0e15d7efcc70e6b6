package latentlab.evaluation.fewlabels;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixProduct;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;

/**
 * The nearest of some rows for each of others, by the Euclidean distance.
 *
 * @param each how many for each row
 * @param index [rows, each], the nearest first
 * @param squaredDistance [rows, each]
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too big to be copied.
record Neighbours(int each, int[] index, float[] squaredDistance) {

  private static final int BLOCK = 250;

  /** The nearest of the other rows for each row; there are more than are asked for. */
  static Neighbours withinRows(Features rows, int each, Cancellation cancellation) {
    return compare(rows, rows, each, true, cancellation);
  }

  /** The nearest of some rows for each of others; there are at least as many as asked for. */
  static Neighbours of(Features rows, Features among, int each, Cancellation cancellation) {
    return compare(rows, among, each, false, cancellation);
  }

  private static Neighbours compare(
      Features rows, Features among, int each, boolean same, Cancellation cancellation) {
    int[] index = new int[rows.count() * each];
    float[] distance = new float[index.length];
    float[] squares = squares(among);
    float[] ownSquares = squares(rows);
    Matrix all = Matrix.allocate(among.count(), among.size());
    all.copyFrom(among.values());
    float[] products = new float[BLOCK * among.count()];
    for (int from = 0; from < rows.count(); from += BLOCK) {
      cancellation.throwIfRequested();
      int count = Math.min(BLOCK, rows.count() - from);
      products(rows, from, count, all, products);
      for (int row = 0; row < count; row++) {
        for (int other = 0; other < squares.length; other++) {
          int at = row * squares.length + other;
          products[at] = Math.max(0, ownSquares[from + row] + squares[other] - 2 * products[at]);
        }
        if (same) {
          products[row * squares.length + from + row] = Float.POSITIVE_INFINITY;
        }
        nearest(
            products,
            row * squares.length,
            squares.length,
            each,
            (from + row) * each,
            index,
            distance);
      }
    }
    all.close();
    return new Neighbours(each, index, distance);
  }

  private static void products(Features rows, int from, int count, Matrix all, float[] target) {
    Matrix block = Matrix.allocate(count, rows.size());
    Matrix product = Matrix.allocate(count, all.rows());
    block.copyFrom(
        Arrays.copyOfRange(rows.values(), from * rows.size(), (from + count) * rows.size()));
    MatrixProduct.timesTransposed(block, all, product);
    product.copyTo(target);
    block.close();
    product.close();
  }

  private static float[] squares(Features rows) {
    float[] squares = new float[rows.count()];
    for (int at = 0; at < rows.values().length; at++) {
      squares[at / rows.size()] += rows.values()[at] * rows.values()[at];
    }
    return squares;
  }

  /** Keeps the least of some distances in rising order, by insertion. */
  private static void nearest(
      float[] from, int start, int count, int each, int place, int[] index, float[] distance) {
    int kept = 0;
    for (int other = 0; other < count; other++) {
      float candidate = from[start + other];
      if (kept == each && candidate >= distance[place + each - 1]) {
        continue;
      }
      int at = kept < each ? kept++ : each - 1;
      while (at > 0 && distance[place + at - 1] > candidate) {
        distance[place + at] = distance[place + at - 1];
        index[place + at] = index[place + at - 1];
        at--;
      }
      distance[place + at] = candidate;
      index[place + at] = other;
    }
  }
}
