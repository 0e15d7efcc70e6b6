package latentlab.engine.layers;

import org.deeplearning4j.nn.weights.WeightInit;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationSELU;
import org.nd4j.linalg.activations.impl.ActivationTanH;

/** The nonlinearities offered for hidden layers. */
public enum HiddenActivation {
  /** max(x, 0). */
  RELU(new ActivationReLU()),
  /** x for x &gt; 0, else 0.2 x, as generative networks commonly use it. */
  LEAKY_RELU(new ActivationLReLU(0.2)),
  /** Scaled exponential linear unit (Klambauer et al. 2017). */
  SELU(new ActivationSELU()),
  /** Hyperbolic tangent. */
  TANH(new ActivationTanH());

  @SuppressWarnings("ImmutableEnumChecker") // ND4J's functions hold no state.
  private final IActivation function;

  HiddenActivation(IActivation function) {
    this.function = function;
  }

  /**
   * The function in ND4J's form.
   *
   * @return stateless; shared by all layers
   */
  public IActivation function() {
    return function;
  }

  /**
   * How weights before this nonlinearity are drawn.
   *
   * @return He's uniform rule for rectifiers, LeCun's for SELU, Glorot's otherwise
   */
  public WeightInit weightInit() {
    return switch (this) {
      case RELU, LEAKY_RELU -> WeightInit.RELU_UNIFORM;
      case SELU -> WeightInit.LECUN_NORMAL;
      case TANH -> WeightInit.XAVIER;
    };
  }
}
