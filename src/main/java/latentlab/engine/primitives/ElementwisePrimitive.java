package latentlab.engine.primitives;

import latentlab.engine.kernels.Matrix;

/** A nonlinearity for a fixed number of elements. One thread at a time. */
public interface ElementwisePrimitive extends AutoCloseable {

  /**
   * Applies the function.
   *
   * @param input the elements
   * @param output overwritten; may be the input
   */
  void forward(Matrix input, Matrix output);

  /**
   * Multiplies an error by the derivative.
   *
   * @param values what {@link #forward} gave if {@link ActivationFunction#derivativeFromOutput},
   *     else what it was given
   * @param error dL/d(output); replaced by dL/d(input)
   */
  void backward(Matrix values, Matrix error);

  @Override
  void close();
}
