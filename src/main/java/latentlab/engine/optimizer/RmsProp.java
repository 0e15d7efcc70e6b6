package latentlab.engine.optimizer;

/**
 * RMSProp (Tieleman and Hinton 2012), neither centred nor with momentum:
 *
 * <pre>{@code
 * v = decay v + (1 - decay) g^2
 * theta = theta - lr g / (sqrt(v) + epsilon)
 * }</pre>
 *
 * <p>Epsilon is outside of the root and v starts at 0, as in PyTorch. ND4J has the same step but
 * starts v at epsilon.
 *
 * <p>State: the running squares.
 *
 * @param learningRate the step size, above 0
 * @param decay of the running squares, in [0, 1)
 * @param epsilon added to the root of the running squares, at least 1e-30
 */
public record RmsProp(double learningRate, double decay, double epsilon)
    implements OptimizerSettings {

  private static final double DEFAULT_DECAY = 0.99;
  private static final double DEFAULT_EPSILON = 1e-8;

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range, or the decay so close to 1
   *     that it is 1 in single precision
   */
  public RmsProp {
    HyperparameterCheck.positive("learningRate", learningRate);
    HyperparameterCheck.fraction("decay", decay);
    HyperparameterCheck.epsilon(epsilon);
  }

  /**
   * RMSProp with a decay of 0.99 and an epsilon of 1e-8, PyTorch's.
   *
   * @param learningRate the step size, above 0
   * @throws IllegalArgumentException if it is out of its range
   */
  public RmsProp(double learningRate) {
    this(learningRate, DEFAULT_DECAY, DEFAULT_EPSILON);
  }

  @Override
  public String key() {
    return "rmsprop";
  }

  @Override
  public int stateVectors() {
    return 1;
  }

  @Override
  public Optimizer start() {
    return new BlockwiseOptimizer(new Rule(this), stateVectors());
  }

  /** The arithmetic of one step. */
  private static final class Rule implements BlockRule {

    private final RmsProp settings;
    private float stepRate;

    Rule(RmsProp settings) {
      this.settings = settings;
    }

    @Override
    public void begin(long step, double rate) {
      stepRate = (float) rate;
    }

    @Override
    public void update(int length, float[] theta, float[] gradient, float[][] state) {
      float[] square = state[0];
      float rate = stepRate;
      float kept = (float) settings.decay;
      float rest = 1 - kept;
      float epsilon = (float) settings.epsilon;
      for (int i = 0; i < length; i++) {
        float g = gradient[i];
        float v = kept * square[i] + rest * g * g;
        square[i] = v;
        theta[i] -= rate * g / ((float) Math.sqrt(v) + epsilon);
      }
    }
  }
}
