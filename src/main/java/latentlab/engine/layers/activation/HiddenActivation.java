package latentlab.engine.layers.activation;

import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.ActivationFunction;

/** The nonlinearities offered for hidden layers. */
public enum HiddenActivation {
  /** max(x, 0). */
  RELU(ActivationFunction.RELU),
  /** x for x &gt; 0, else 0.2 x, as generative networks commonly use it. */
  LEAKY_RELU(ActivationFunction.LEAKY_RELU),
  /** Scaled exponential linear unit (Klambauer et al. 2017). */
  SELU(ActivationFunction.SELU),
  /** Hyperbolic tangent. */
  TANH(ActivationFunction.TANH);

  private final ActivationFunction function;

  HiddenActivation(ActivationFunction function) {
    this.function = function;
  }

  /**
   * The function itself.
   *
   * @return as primitives know it
   */
  public ActivationFunction function() {
    return function;
  }

  /**
   * How weights before this nonlinearity are drawn.
   *
   * @return He's uniform rule for rectifiers, LeCun's for SELU, Glorot's otherwise
   */
  public WeightRule weightRule() {
    return switch (this) {
      case RELU, LEAKY_RELU -> WeightRule.HE_UNIFORM;
      case SELU -> WeightRule.LECUN;
      case TANH -> WeightRule.GLOROT;
    };
  }
}
