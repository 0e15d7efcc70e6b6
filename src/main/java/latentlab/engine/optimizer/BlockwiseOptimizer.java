package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/** Takes a rule over the vectors block by block, with arrays as scratch memory. */
final class BlockwiseOptimizer implements Optimizer {

  /** Elements at a time: four such arrays fit the first-level cache. */
  static final int BLOCK = 2048;

  private final BlockRule rule;
  private final float[] parameters = new float[BLOCK];
  private final float[] gradients = new float[BLOCK];
  private final float[][] memory;

  BlockwiseOptimizer(BlockRule rule, int stateVectors) {
    this.rule = rule;
    this.memory = new float[stateVectors][BLOCK];
  }

  @Override
  public void apply(
      FloatBuffer theta, FloatBuffer gradient, FloatBuffer state, int n, long step, double rate) {
    FlatVectorCheck.check("theta", theta, n);
    FlatVectorCheck.check("gradient", gradient, n);
    FlatVectorCheck.check("state", state, (long) memory.length * n);
    HyperparameterCheck.check(step >= 1, "step", step, "at least 1");
    boolean rateFits = rate >= 0 && Double.isFinite(rate);
    HyperparameterCheck.check(rateFits, "rate", rate, "a finite number of at least 0");
    rule.begin(step, rate);
    for (int i = 0; i < n; i += BLOCK) {
      int length = Math.min(BLOCK, n - i);
      theta.get(i, parameters, 0, length);
      gradient.get(i, gradients, 0, length);
      for (int s = 0; s < memory.length; s++) {
        state.get(s * n + i, memory[s], 0, length);
      }
      rule.update(length, parameters, gradients, memory);
      theta.put(i, parameters, 0, length);
      for (int s = 0; s < memory.length; s++) {
        state.put(s * n + i, memory[s], 0, length);
      }
    }
  }
}
