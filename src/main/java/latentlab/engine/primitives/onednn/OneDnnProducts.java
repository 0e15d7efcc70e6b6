package latentlab.engine.primitives.onednn;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBlock;
import latentlab.engine.kernels.MatrixProduct;
import latentlab.engine.primitives.MatrixProducts;
import org.bytedeco.dnnl.global.dnnl;

/**
 * oneDNN's sgemm, in whose C interface matrices are row-major. A single row goes to OpenBLAS, which
 * does it twice as fast on two threads.
 */
final class OneDnnProducts implements MatrixProducts {

  private static final byte PLAIN = 'N';
  private static final byte TRANSPOSED = 'T';

  @Override
  public void timesTransposed(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.check(
        a.columns() == b.columns() && c.rows() == a.rows() && c.columns() == b.rows(), a, b, c);
    if (a.rows() == 1) {
      MatrixProduct.timesTransposed(a, b, c);
      return;
    }
    product(PLAIN, TRANSPOSED, a.columns(), a, b, c);
  }

  @Override
  public void times(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.check(
        a.columns() == b.rows() && c.rows() == a.rows() && c.columns() == b.columns(), a, b, c);
    product(PLAIN, PLAIN, a.columns(), a, b, c);
  }

  @Override
  public void transposedTimes(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.check(
        a.rows() == b.rows() && c.rows() == a.columns() && c.columns() == b.columns(), a, b, c);
    product(TRANSPOSED, PLAIN, a.rows(), a, b, c);
  }

  private static void product(byte formA, byte formB, int inner, Matrix a, Matrix b, Matrix c) {
    int status =
        dnnl.dnnl_sgemm(
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
    refuseFailure(status);
  }

  @Override
  public void timesTransposed(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.columns() == b.columns() && c.rows() == a.rows() && c.columns() == b.rows(), a, b, c);
    product(PLAIN, TRANSPOSED, a.columns(), a, b, c);
  }

  @Override
  public void times(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.columns() == b.rows() && c.rows() == a.rows() && c.columns() == b.columns(), a, b, c);
    product(PLAIN, PLAIN, a.columns(), a, b, c);
  }

  @Override
  public void transposedTimes(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    MatrixBlock.check(
        a.rows() == b.rows() && c.rows() == a.columns() && c.columns() == b.columns(), a, b, c);
    product(TRANSPOSED, PLAIN, a.rows(), a, b, c);
  }

  private static void product(
      byte formA, byte formB, int inner, MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    int status =
        dnnl.dnnl_sgemm(
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
    refuseFailure(status);
  }

  private static void refuseFailure(int status) {
    if (status != dnnl.dnnl_success) {
      throw new IllegalStateException("oneDNN's sgemm failed with status " + status);
    }
  }
}
