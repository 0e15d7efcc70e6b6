package latentlab.engine.penalty;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;

/**
 * Random points on the straight lines between real and generated examples, where WGAN-GP asks for
 * slopes of length 1 (Gulrajani et al. 2017, algorithm 1). Keeps a matrix for each of the batch
 * sizes used last. Owned by one thread.
 */
public final class Interpolation implements AutoCloseable {

  private final BatchMemory<Matrix> points;
  private final float[] row;
  private final float[] other;

  /**
   * Allocates nothing natively yet.
   *
   * @param columns the number of values of one example
   */
  public Interpolation(int columns) {
    this.points = new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
    this.row = new float[columns];
    this.other = new float[columns];
  }

  /**
   * Draws a point for each pair of rows: share * real + (1 - share) * generated.
   *
   * @param real [rows, columns]
   * @param generated [rows, columns]
   * @param random gives one share for each row, uniform in [0, 1)
   * @return [rows, columns], overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the batches differ in size, or have another number of
   *     columns
   */
  public Matrix between(Matrix real, Matrix generated, RandomGenerator random) {
    check("real", real, real.rows());
    check("generated", generated, real.rows());
    Matrix target = points.forRows(real.rows());
    for (int r = 0; r < real.rows(); r++) {
      int from = r * row.length;
      real.buffer().get(from, row);
      generated.buffer().get(from, other);
      mix(row, other, random.nextFloat());
      target.buffer().put(from, row);
    }
    return target;
  }

  private void check(String what, Matrix batch, int rows) {
    if (batch.rows() != rows || batch.columns() != row.length) {
      throw new IllegalArgumentException(
          String.format(
              "the %s examples must be [%d, %d], not [%d, %d]",
              what, rows, row.length, batch.rows(), batch.columns()));
    }
  }

  private static void mix(float[] a, float[] b, float share) {
    for (int i = 0; i < a.length; i++) {
      a[i] = share * a[i] + (1f - share) * b[i];
    }
  }

  /** Gives native memory back. */
  @Override
  public void close() {
    points.clear();
  }
}
