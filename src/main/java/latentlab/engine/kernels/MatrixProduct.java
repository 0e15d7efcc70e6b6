package latentlab.engine.kernels;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of row-major matrices, by the OpenBLAS that ND4J loads: no copies, no allocation. Sizes
 * are checked before the native call, for a wrong one would end the whole program.
 */
public final class MatrixProduct {

  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  private MatrixProduct() {}

  /**
   * C = A B^T: a batch through a dense layer.
   *
   * @param a [m, k]
   * @param b [n, k]
   * @param c [m, n], overwritten
   */
  public static void timesTransposed(Matrix a, Matrix b, Matrix c) {
    check(a.columns() == b.columns() && c.rows() == a.rows() && c.columns() == b.rows(), a, b, c);
    if (a.rows() == 1) {
      matrixTimesVector(b, PLAIN, a, c);
    } else {
      product(PLAIN, TRANSPOSED, a.columns(), a, b, c);
    }
  }

  /**
   * C = A B: errors back through a dense layer.
   *
   * @param a [m, k]
   * @param b [k, n]
   * @param c [m, n], overwritten
   */
  public static void times(Matrix a, Matrix b, Matrix c) {
    check(a.columns() == b.rows() && c.rows() == a.rows() && c.columns() == b.columns(), a, b, c);
    if (a.rows() == 1) {
      matrixTimesVector(b, TRANSPOSED, a, c);
    } else {
      product(PLAIN, PLAIN, a.columns(), a, b, c);
    }
  }

  /**
   * C = A^T B: the gradient of a dense layer's weights.
   *
   * @param a [k, m]
   * @param b [k, n]
   * @param c [m, n], overwritten
   */
  public static void transposedTimes(Matrix a, Matrix b, Matrix c) {
    check(a.rows() == b.rows() && c.rows() == a.columns() && c.columns() == b.columns(), a, b, c);
    product(TRANSPOSED, PLAIN, a.rows(), a, b, c);
  }

  private static void product(int formA, int formB, int inner, Matrix a, Matrix b, Matrix c) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        formA,
        formB,
        c.rows(),
        c.columns(),
        inner,
        1f,
        a.pointer(),
        a.columns(),
        b.pointer(),
        b.columns(),
        0f,
        c.pointer(),
        c.columns());
  }

  /** A single row is a vector: sgemv is several times faster there than sgemm. */
  private static void matrixTimesVector(Matrix matrix, int form, Matrix vector, Matrix result) {
    openblas_nolapack.cblas_sgemv(
        ROW_MAJOR,
        form,
        matrix.rows(),
        matrix.columns(),
        1f,
        matrix.pointer(),
        matrix.columns(),
        vector.pointer(),
        1,
        0f,
        result.pointer(),
        1);
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
  public static void check(boolean fits, Matrix a, Matrix b, Matrix c) {
    if (!fits) {
      throw new IllegalArgumentException(
          String.format(
              "matrices [%d, %d] and [%d, %d] do not make [%d, %d]",
              a.rows(), a.columns(), b.rows(), b.columns(), c.rows(), c.columns()));
    }
  }
}
