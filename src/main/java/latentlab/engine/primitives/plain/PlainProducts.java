package latentlab.engine.primitives.plain;

import latentlab.engine.kernels.BlockProduct;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBlock;
import latentlab.engine.kernels.MatrixProduct;
import latentlab.engine.primitives.MatrixProducts;

/** Products by OpenBLAS. */
final class PlainProducts implements MatrixProducts {

  @Override
  public void timesTransposed(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.timesTransposed(a, b, c);
  }

  @Override
  public void times(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.times(a, b, c);
  }

  @Override
  public void transposedTimes(Matrix a, Matrix b, Matrix c) {
    MatrixProduct.transposedTimes(a, b, c);
  }

  @Override
  public void timesTransposed(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    BlockProduct.timesTransposed(a, b, c);
  }

  @Override
  public void times(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    BlockProduct.times(a, b, c);
  }

  @Override
  public void transposedTimes(MatrixBlock a, MatrixBlock b, MatrixBlock c) {
    BlockProduct.transposedTimes(a, b, c);
  }
}
