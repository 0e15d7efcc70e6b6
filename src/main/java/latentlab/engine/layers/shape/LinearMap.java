package latentlab.engine.layers.shape;

import latentlab.engine.kernels.Matrix;

/**
 * A linear map of each row that is fixed: nothing to learn, nothing to remember. Its backward pass
 * is the transposed map. One thread at a time may use it.
 */
interface LinearMap {

  /**
   * y = A x in each row.
   *
   * @param x [rows, inputs]
   * @param y [rows, outputs], overwritten
   */
  void apply(Matrix x, Matrix y);

  /**
   * x = A^T y in each row.
   *
   * @param y [rows, outputs]
   * @param x [rows, inputs], overwritten
   */
  void applyTransposed(Matrix y, Matrix x);

  /** The map that goes the other way. */
  default LinearMap transposed() {
    LinearMap original = this;
    return new LinearMap() {
      @Override
      public void apply(Matrix x, Matrix y) {
        original.applyTransposed(x, y);
      }

      @Override
      public void applyTransposed(Matrix y, Matrix x) {
        original.apply(y, x);
      }
    };
  }
}
