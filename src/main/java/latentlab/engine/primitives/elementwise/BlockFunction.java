package latentlab.engine.primitives.elementwise;

import latentlab.engine.primitives.ActivationFunction;

/** A nonlinearity for blocks of elements. May have scratch memory: one thread at a time. */
public interface BlockFunction {

  /**
   * The loops for a function.
   *
   * @param function to be applied
   * @param longest the length of the longest block to come
   * @return with its own scratch memory
   */
  static BlockFunction of(ActivationFunction function, int longest) {
    return switch (function) {
      case IDENTITY -> new Identity();
      case RELU -> new Rectifier(0f);
      case LEAKY_RELU -> new Rectifier(ActivationFunction.LEAK);
      case SELU -> new ScaledExponential(longest);
      case SILU -> new SigmoidLinear(longest);
      case GELU -> new GaussianErrorLinear(longest);
      case SOFTPLUS -> new Softplus(longest);
      case TANH -> new HyperbolicTangent();
      case SIGMOID -> new Sigmoid();
    };
  }

  /**
   * Applies the function.
   *
   * @param x becomes f(x)
   * @param length how many elements
   */
  void forward(float[] x, int length);

  /**
   * Multiplies an error by the derivative.
   *
   * @param values what {@link #forward} gave if {@link ActivationFunction#derivativeFromOutput},
   *     else what it was given; may be overwritten
   * @param error dL/d(f(x)); becomes dL/dx
   * @param length how many elements
   */
  void backward(float[] values, float[] error, int length);
}
