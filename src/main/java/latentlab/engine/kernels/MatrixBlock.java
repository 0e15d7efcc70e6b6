package latentlab.engine.kernels;

import org.bytedeco.javacpp.FloatPointer;

/**
 * A rectangle of a matrix that products read or write in place, such as the keys of one image among
 * queries, keys and values of many. It can be moved, so that a loop makes it once. One thread at a
 * time; others may use other blocks of the same matrix that do not overlap with it.
 */
public final class MatrixBlock {

  private final Matrix matrix;
  private final int rows;
  private final int columns;
  private final FloatPointer pointer;

  /**
   * The upper left corner of a matrix.
   *
   * @param matrix whose memory it shows
   * @param rows its height, at least 1
   * @param columns its width, at least 1
   * @throws IllegalArgumentException if it is not inside the matrix
   */
  public MatrixBlock(Matrix matrix, int rows, int columns) {
    this.matrix = matrix;
    this.rows = rows;
    this.columns = columns;
    this.pointer = new FloatPointer(matrix.pointer());
    at(0, 0);
  }

  /**
   * Moves the block.
   *
   * @param row of the matrix in which it begins, from 0
   * @param column of the matrix in which it begins, from 0
   * @return this
   * @throws IllegalArgumentException if it would not be inside the matrix
   */
  public MatrixBlock at(int row, int column) {
    if (rows < 1
        || columns < 1
        || row < 0
        || column < 0
        || row > matrix.rows() - rows
        || column > matrix.columns() - columns) {
      throw new IllegalArgumentException(
          String.format(
              "a [%d, %d] block at (%d, %d) is not inside a [%d, %d] matrix",
              rows, columns, row, column, matrix.rows(), matrix.columns()));
    }
    pointer.position((long) row * matrix.columns() + column);
    return this;
  }

  /**
   * The number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return rows;
  }

  /**
   * The number of columns.
   *
   * @return at least 1
   */
  public int columns() {
    return columns;
  }

  /**
   * The distance of rows in memory.
   *
   * @return in floats
   */
  public int stride() {
    return matrix.columns();
  }

  /**
   * The address of the first element.
   *
   * @return for native calls
   */
  public FloatPointer pointer() {
    return pointer;
  }

  /**
   * Refuses sizes that do not fit, for any library's product.
   *
   * @param fits whether they do
   * @param a the first factor
   * @param b the second factor
   * @param c the product
   * @throws IllegalArgumentException if they do not fit
   */
  public static void check(boolean fits, MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              "blocks [%d, %d] and [%d, %d] do not make [%d, %d]",
              a.rows, a.columns, b.rows, b.columns, c.rows, c.columns));
    }
  }
}
