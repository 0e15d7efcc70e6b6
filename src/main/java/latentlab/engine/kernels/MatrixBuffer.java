package latentlab.engine.kernels;

/**
 * Native memory through which values on the heap enter a network. Keeps one matrix for each of the
 * batch sizes used last. Owned by one thread.
 */
public final class MatrixBuffer {

  private final int columns;
  private final BatchMemory<Matrix> matrices;

  /**
   * Allocates nothing yet.
   *
   * @param columns the number of values in a row
   */
  public MatrixBuffer(int columns) {
    this.columns = columns;
    this.matrices = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
  }

  /**
   * Copies some rows in.
   *
   * @param source row-major, [at least from + rows, columns]
   * @param from the first row to copy
   * @param rows how many
   * @return [rows, columns], overwritten by the next call with as many rows
   */
  public Matrix fill(float[] source, int from, int rows) {
    Matrix matrix = matrices.forRows(rows);
    matrix.buffer().put(0, source, from * columns, rows * columns);
    return matrix;
  }

  /** Gives all memory back. */
  public void close() {
    matrices.clear();
  }
}
