package latentlab.engine.kernels;

import org.bytedeco.openblas.global.openblas_nolapack;

/**
 * Products of blocks of matrices, by OpenBLAS, for many threads at once. Sizes are checked before
 * the native call.
 *
 * <p>OpenBLAS itself splits a large product over threads, which wait for each other by spinning:
 * two such products at once took many times as long as one after the other. Large ones therefore
 * take turns; small ones, which it does in the calling thread, do not.
 */
public final class BlockProduct {

  private static final int ROW_MAJOR = 101;
  private static final int PLAIN = 111;
  private static final int TRANSPOSED = 112;

  /** The number of multiplications up to which OpenBLAS uses the calling thread alone. */
  private static final long LARGEST_ON_ONE_THREAD = 4 * 65_536;

  private static final Object TURN = new Object();

  private BlockProduct() {}

  /**
   * C = A B^T.
   *
   * @param a [m, k]
   * @param b [n, k]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static void timesTransposed(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.columns() == b.columns() && c.rows() == a.rows() && c.columns() == b.rows(), a, b, c);
    inTurn(PLAIN, TRANSPOSED, a.columns(), a, b, c);
  }

  /**
   * C = A B.
   *
   * @param a [m, k]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static void times(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.columns() == b.rows() && c.rows() == a.rows() && c.columns() == b.columns(), a, b, c);
    inTurn(PLAIN, PLAIN, a.columns(), a, b, c);
  }

  /**
   * C = A^T B.
   *
   * @param a [k, m]
   * @param b [k, n]
   * @param c [m, n], overwritten
   * @throws IllegalArgumentException if the sizes do not fit
   */
  public static void transposedTimes(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.rows() == b.rows() && c.rows() == a.columns() && c.columns() == b.columns(), a, b, c);
    inTurn(TRANSPOSED, PLAIN, a.rows(), a, b, c);
  }

  private static void inTurn(
      int formA, int formB, int inner, MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    if ((long) c.rows() * c.columns() * inner <= LARGEST_ON_ONE_THREAD) {
      product(formA, formB, inner, a, b, c);
    } else {
      synchronized (TURN) {
        product(formA, formB, inner, a, b, c);
      }
    }
  }

  private static void product(
      int formA, int formB, int inner, MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    openblas_nolapack.cblas_sgemm(
        ROW_MAJOR,
        formA,
        formB,
        c.rows(),
        c.columns(),
        inner,
        1f,
        a.pointer(),
        a.stride(),
        b.pointer(),
        b.stride(),
        0f,
        c.pointer(),
        c.stride());
  }
}
