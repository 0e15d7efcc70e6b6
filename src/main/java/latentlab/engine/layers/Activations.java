package latentlab.engine.layers;

import latentlab.engine.kernels.Matrix;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a layer keeps of one batch between its passes.
 *
 * @param output [rows, outputs] after the nonlinearity
 * @param preActivation [rows, outputs] before it; null where the output alone tells the derivative
 */
record Activations(Matrix output, @Nullable Matrix preActivation) {

  static Activations allocate(int rows, int columns, boolean keepsPreActivation) {
    return new Activations(
        Matrix.allocate(rows, columns), keepsPreActivation ? Matrix.allocate(rows, columns) : null);
  }

  /** Replaces the output, which holds the pre-activation, by the function of it. */
  void apply(IActivation function, boolean training) {
    if (preActivation != null) {
      preActivation.array().assign(output.array());
      INDArray result = function.getActivation(output.array(), training);
      if (result != output.array()) {
        output.array().assign(result);
      }
    }
  }

  /**
   * The error before the function, given that after it; the same where the layer itself undoes the
   * function.
   */
  INDArray errorBefore(IActivation function, INDArray error) {
    if (preActivation == null) {
      return error;
    }
    return function.backprop(preActivation.array(), error).getFirst();
  }

  void close() {
    output.close();
    if (preActivation != null) {
      preActivation.close();
    }
  }
}
