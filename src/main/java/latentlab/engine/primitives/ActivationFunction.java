package latentlab.engine.primitives;

/** A nonlinearity that is applied to each element by itself. */
public enum ActivationFunction {
  /** x. */
  IDENTITY(true),
  /** max(x, 0). */
  RELU(true),
  /** x for x &gt; 0, else 0.2 x, as generative networks commonly use it. */
  LEAKY_RELU(true),
  /** Scaled exponential linear unit (Klambauer et al. 2017). */
  SELU(true),
  /** x sigmoid(x), also called swish. */
  SILU(false),
  /**
   * x times the normal distribution function of x, in the form with the hyperbolic tangent
   * (Hendrycks and Gimpel 2016): 0.5 x (1 + tanh(sqrt(2 / pi) (x + 0.044715 x^3))).
   */
  GELU(false),
  /** log(1 + e^x). */
  SOFTPLUS(true),
  /** Hyperbolic tangent. */
  TANH(true),
  /** 1 / (1 + e^-x). */
  SIGMOID(true);

  /** The slope of {@link #LEAKY_RELU} below zero. */
  public static final float LEAK = 0.2f;

  private final boolean derivativeFromOutput;

  ActivationFunction(boolean derivativeFromOutput) {
    this.derivativeFromOutput = derivativeFromOutput;
  }

  /**
   * Whether the output alone tells the derivative, so that it may replace the input in memory.
   *
   * @return false if the backward pass needs the input
   */
  public boolean derivativeFromOutput() {
    return derivativeFromOutput;
  }

  /**
   * Refuses functions that cannot be part of a layer that keeps only its output.
   *
   * @throws IllegalArgumentException if the backward pass needs the input
   */
  public void requireDerivativeFromOutput() {
    if (!derivativeFromOutput) {
      throw new IllegalArgumentException(
          this + " needs its input in the backward pass: give it an Activation layer of its own");
    }
  }
}
