package latentlab.engine.optimizer;

/**
 * Adam (Kingma and Ba 2015), algorithm 1 in the efficient form at the end of their section 2:
 *
 * <pre>{@code
 * m = b1 m + (1 - b1) g,  v = b2 v + (1 - b2) g^2
 * theta = theta - lr sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + epsilon)
 * }</pre>
 *
 * <p>The epsilon is thus the paper's "epsilon hat", as in ND4J: where PyTorch adds its epsilon to
 * the corrected root, this adds epsilon / sqrt(1 - b2^t) there, which is 32 times as much at the
 * first step with the default beta2, and as much in the end. It matters only for gradients that are
 * not far above epsilon. {@link AdamW} has PyTorch's form.
 *
 * <p>State: first moments, then second moments.
 *
 * @param learningRate the step size, above 0
 * @param beta1 the decay of the first moments, in [0, 1)
 * @param beta2 the decay of the second moments, in [0, 1)
 * @param epsilon added to the root of the second moments, at least 1e-30
 */
public record Adam(double learningRate, double beta1, double beta2, double epsilon)
    implements OptimizerSettings {

  /** The decay of the first moments that the paper proposes. */
  static final double DEFAULT_BETA1 = 0.9;

  /** The decay of the second moments that the paper proposes. */
  static final double DEFAULT_BETA2 = 0.999;

  /** The epsilon that the paper proposes. */
  static final double DEFAULT_EPSILON = 1e-8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range, or so close to 1 that it is 1
   *     in single precision
   */
  public Adam {
    HyperparameterCheck.positive("learningRate", learningRate);
    HyperparameterCheck.fraction("beta1", beta1);
    HyperparameterCheck.fraction("beta2", beta2);
    HyperparameterCheck.epsilon(epsilon);
  }

  /**
   * Adam with an epsilon of 1e-8.
   *
   * @param learningRate the step size, above 0
   * @param beta1 the decay of the first moments, in [0, 1)
   * @param beta2 the decay of the second moments, in [0, 1)
   * @throws IllegalArgumentException if a number is out of its range
   */
  public Adam(double learningRate, double beta1, double beta2) {
    this(learningRate, beta1, beta2, DEFAULT_EPSILON);
  }

  /**
   * Adam with the paper's decays, 0.9 and 0.999, and an epsilon of 1e-8.
   *
   * @param learningRate the step size, above 0
   * @throws IllegalArgumentException if it is out of its range
   */
  public Adam(double learningRate) {
    this(learningRate, DEFAULT_BETA1, DEFAULT_BETA2);
  }

  @Override
  public String key() {
    return "adam";
  }

  @Override
  public int stateVectors() {
    return 2;
  }

  @Override
  public Optimizer start() {
    return new BlockwiseOptimizer(new Rule(this), stateVectors());
  }

  /** The arithmetic of one step. */
  private static final class Rule implements BlockRule {

    private final AdamDirection direction;
    private final float epsilon;
    private float correctedRate;

    Rule(Adam settings) {
      direction = new AdamDirection(settings.beta1, settings.beta2);
      epsilon = (float) settings.epsilon;
    }

    @Override
    public void begin(long step, double rate) {
      correctedRate = direction.correctedRate(step, rate);
    }

    @Override
    public void update(int length, float[] theta, float[] gradient, float[][] state) {
      direction.replaceGradient(length, gradient, state[0], state[1], correctedRate, epsilon);
      for (int i = 0; i < length; i++) {
        theta[i] -= gradient[i];
      }
    }
  }
}
