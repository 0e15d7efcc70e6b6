package latentlab.engine.primitives;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBlock;

/**
 * Products of row-major matrices, of any size. Those of blocks may be computed by several threads
 * at once, with blocks of their own.
 */
public interface MatrixProducts {

  /**
   * C = A B^T: a batch through a dense layer.
   *
   * @param a [m, k]
   * @param b [n, k]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void timesTransposed(Matrix a, Matrix b, Matrix c);

  /**
   * C = A B: errors back through a dense layer.
   *
   * @param a [m, k]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void times(Matrix a, Matrix b, Matrix c);

  /**
   * C = A^T B: the gradient of a dense layer's weights.
   *
   * @param a [k, m]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void transposedTimes(Matrix a, Matrix b, Matrix c);

  /**
   * C = A B^T.
   *
   * @param a [m, k]
   * @param b [n, k]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void timesTransposed(MatrixBlock a, MatrixBlock b, MatrixBlock c);

  /**
   * C = A B.
   *
   * @param a [m, k]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void times(MatrixBlock a, MatrixBlock b, MatrixBlock c);

  /**
   * C = A^T B.
   *
   * @param a [k, m]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  void transposedTimes(MatrixBlock a, MatrixBlock b, MatrixBlock c);
}
