package latentlab.engine.optimizer;

/**
 * Adam with decoupled weight decay (Loshchilov and Hutter 2019, algorithm 2):
 *
 * <pre>{@code
 * m = b1 m + (1 - b1) g,  v = b2 v + (1 - b2) g^2
 * theta = theta - lr (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + epsilon) - lr decay theta
 * }</pre>
 *
 * <p>The decay is multiplied by the learning rate of the step, as in PyTorch; the paper's lambda is
 * the product of both. Unlike in {@link Adam}, epsilon is added after the correction, as in the
 * paper and in PyTorch, so that without weight decay the two differ for gradients that are not far
 * above epsilon. PyTorch shrinks theta first and rounds it; this rounds once, which lets a decay
 * per step below the precision of a float (6e-8) act together with the rest of the step.
 *
 * <p>State: first moments, then second moments.
 *
 * @param learningRate the step size, above 0
 * @param beta1 the decay of the first moments, in [0, 1)
 * @param beta2 the decay of the second moments, in [0, 1)
 * @param epsilon added to the corrected root of the second moments, at least 1e-30
 * @param weightDecay from 0 to below 1 / learningRate, where a step would turn the signs of weights
 */
public record AdamW(
    double learningRate, double beta1, double beta2, double epsilon, double weightDecay)
    implements OptimizerSettings {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range, or a beta so close to 1 that
   *     it is 1 in single precision
   */
  public AdamW {
    HyperparameterCheck.positive("learningRate", learningRate);
    HyperparameterCheck.fraction("beta1", beta1);
    HyperparameterCheck.fraction("beta2", beta2);
    HyperparameterCheck.epsilon(epsilon);
    boolean decayFits = weightDecay >= 0 && weightDecay * learningRate < 1;
    HyperparameterCheck.check(decayFits, "weightDecay", weightDecay, "in [0, 1 / learningRate)");
  }

  /**
   * AdamW with the decays of moments 0.9 and 0.999, and an epsilon of 1e-8.
   *
   * @param learningRate the step size, above 0
   * @param weightDecay from 0 to below 1 / learningRate
   * @throws IllegalArgumentException if a number is out of its range
   */
  public AdamW(double learningRate, double weightDecay) {
    this(learningRate, Adam.DEFAULT_BETA1, Adam.DEFAULT_BETA2, Adam.DEFAULT_EPSILON, weightDecay);
  }

  @Override
  public String key() {
    return "adamw";
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

    private final AdamW settings;
    private final AdamDirection direction;
    private float correctedRate;
    private float correctedEpsilon;
    private float shrinkage;

    Rule(AdamW settings) {
      this.settings = settings;
      direction = new AdamDirection(settings.beta1, settings.beta2);
    }

    /** Both corrections go into coefficients, with epsilon scaled so that the quotient is kept. */
    @Override
    public void begin(long step, double rate) {
      correctedRate = direction.correctedRate(step, rate);
      correctedEpsilon = (float) (settings.epsilon * direction.secondCorrection(step));
      shrinkage = (float) (rate * settings.weightDecay);
    }

    @Override
    public void update(int length, float[] theta, float[] gradient, float[][] state) {
      direction.replaceGradient(
          length, gradient, state[0], state[1], correctedRate, correctedEpsilon);
      float shrink = shrinkage;
      for (int i = 0; i < length; i++) {
        theta[i] -= shrink * theta[i] + gradient[i];
      }
    }
  }
}
