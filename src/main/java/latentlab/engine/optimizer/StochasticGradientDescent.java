package latentlab.engine.optimizer;

/**
 * Gradient descent, with momentum (Polyak 1964) or Nesterov's (Sutskever et al. 2013) if wanted:
 *
 * <pre>{@code
 * u = momentum u + g
 * theta = theta - lr u                    heavy ball
 * theta = theta - lr (g + momentum u)     Nesterov
 * }</pre>
 *
 * <p>As in PyTorch, the learning rate is outside of the running sum u: Sutskever et al. and ND4J
 * have it inside, which is the same while the rate is constant, but carries old rates on when it
 * changes.
 *
 * <p>State: the running sums; none without momentum.
 *
 * @param learningRate the step size, above 0
 * @param momentum how much of the running sum a step keeps, in [0, 1)
 * @param nesterov whether to look ahead; needs momentum above 0
 */
public record StochasticGradientDescent(double learningRate, double momentum, boolean nesterov)
    implements OptimizerSettings {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range, or Nesterov's form is wanted
   *     without momentum
   */
  public StochasticGradientDescent {
    HyperparameterCheck.positive("learningRate", learningRate);
    HyperparameterCheck.fraction("momentum", momentum);
    boolean momentumFits = !nesterov || momentum > 0;
    HyperparameterCheck.check(momentumFits, "momentum", momentum, "above 0 where nesterov is set");
  }

  /**
   * Plain gradient descent.
   *
   * @param learningRate the step size, above 0
   * @throws IllegalArgumentException if it is out of its range
   */
  public StochasticGradientDescent(double learningRate) {
    this(learningRate, 0, false);
  }

  @Override
  public String key() {
    return "sgd";
  }

  @Override
  public int stateVectors() {
    return momentum > 0 ? 1 : 0;
  }

  @Override
  public Optimizer start() {
    return new BlockwiseOptimizer(new Rule(this), stateVectors());
  }

  /** The arithmetic of one step. */
  private static final class Rule implements BlockRule {

    private final StochasticGradientDescent settings;
    private float stepRate;

    Rule(StochasticGradientDescent settings) {
      this.settings = settings;
    }

    @Override
    public void begin(long step, double rate) {
      stepRate = (float) rate;
    }

    @Override
    public void update(int length, float[] theta, float[] gradient, float[][] state) {
      if (state.length == 0) {
        descend(length, theta, gradient);
      } else if (settings.nesterov) {
        accumulate(length, state[0], gradient);
        lookAhead(length, gradient, state[0]);
        descend(length, theta, gradient);
      } else {
        accumulate(length, state[0], gradient);
        descend(length, theta, state[0]);
      }
    }

    private void accumulate(int length, float[] sum, float[] gradient) {
      float kept = (float) settings.momentum;
      for (int i = 0; i < length; i++) {
        sum[i] = kept * sum[i] + gradient[i];
      }
    }

    private void lookAhead(int length, float[] gradient, float[] sum) {
      float kept = (float) settings.momentum;
      for (int i = 0; i < length; i++) {
        gradient[i] += kept * sum[i];
      }
    }

    private void descend(int length, float[] theta, float[] direction) {
      float rate = stepRate;
      for (int i = 0; i < length; i++) {
        theta[i] -= rate * direction[i];
      }
    }
  }
}
