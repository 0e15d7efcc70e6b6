package latentlab.evaluation.neighbours;

import java.nio.FloatBuffer;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixProduct;
import latentlab.models.ImageClassifier.Features;
import latentlab.progress.Cancellation;

/**
 * The squared Euclidean distances of all pairs of rows, block by block, as {@code |a|^2 + |b|^2 - 2
 * a b}: nearly all of it is one matrix product. In single precision, so that a distance is wrong by
 * about a millionth of the squared length of the rows; none is below 0. Stateless; any thread may
 * call it.
 */
public final class SquaredDistances {

  private static final int ROWS = 256;
  private static final int OTHERS = 2048;

  private SquaredDistances() {}

  /**
   * Compares every row with every other.
   *
   * @param rows [n, size]
   * @param others [m, size]
   * @param cancellation asked before each block
   * @param visitor is given each pair once, the others of one row in rising order
   * @throws IllegalArgumentException if the rows have other sizes
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public static void compare(
      Features rows, Features others, Cancellation cancellation, Visitor visitor) {
    if (rows.size() != others.size()) {
      throw new IllegalArgumentException(
          "rows of " + rows.size() + " numbers cannot be compared with rows of " + others.size());
    }
    float[] rowSquares = squares(rows);
    float[] otherSquares = squares(others);
    float[] distances = new float[Math.min(ROWS, rows.count()) * Math.min(OTHERS, others.count())];
    for (int row = 0; row < rows.count(); row += ROWS) {
      Matrix left = part(rows, row, Math.min(ROWS, rows.count() - row));
      for (int other = 0; other < others.count(); other += OTHERS) {
        cancellation.throwIfRequested();
        Matrix right = part(others, other, Math.min(OTHERS, others.count() - other));
        products(left, right, distances);
        Block block = new Block(row, left.rows(), other, right.rows(), distances);
        complete(block, rowSquares, otherSquares);
        right.close();
        visitor.visit(block);
      }
      left.close();
    }
  }

  private static Matrix part(Features features, int from, int count) {
    Matrix part = Matrix.allocate(count, features.size());
    FloatBuffer memory = part.buffer();
    memory.put(0, features.values(), from * features.size(), count * features.size());
    return part;
  }

  private static void products(Matrix left, Matrix right, float[] target) {
    Matrix product = Matrix.allocate(left.rows(), right.rows());
    MatrixProduct.timesTransposed(left, right, product);
    product.copyTo(target);
    product.close();
  }

  private static void complete(Block block, float[] rowSquares, float[] otherSquares) {
    float[] values = block.squared;
    for (int i = 0; i < block.rows; i++) {
      float own = rowSquares[block.firstRow + i];
      int start = i * block.others;
      for (int j = 0; j < block.others; j++) {
        values[start + j] =
            Math.max(0, own + otherSquares[block.firstOther + j] - 2 * values[start + j]);
      }
    }
  }

  private static float[] squares(Features rows) {
    float[] squares = new float[rows.count()];
    for (int row = 0; row < squares.length; row++) {
      double sum = 0;
      for (int at = row * rows.size(); at < (row + 1) * rows.size(); at++) {
        sum += (double) rows.values()[at] * rows.values()[at];
      }
      squares[row] = (float) sum;
    }
    return squares;
  }

  /**
   * Some rows against some others.
   *
   * @param firstRow the place of the first row
   * @param rows how many rows
   * @param firstOther the place of the first of the others
   * @param others how many others
   * @param squared [rows, others] squared distances at its start; valid during the call alone,
   *     which may overwrite it
   */
  @SuppressWarnings("ArrayRecordComponent") // Lent for one call.
  public record Block(int firstRow, int rows, int firstOther, int others, float[] squared) {}

  /** Takes distances in. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Takes one block in.
     *
     * @param block some of the distances
     */
    void visit(Block block);
  }
}
