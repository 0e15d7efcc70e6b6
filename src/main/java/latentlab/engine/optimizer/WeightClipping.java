package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/**
 * Keeps each parameter within [-limit, limit], as the critic of a Wasserstein GAN needs it
 * (Arjovsky, Chintala and Bottou 2017, algorithm 1). Holds scratch memory: one thread at a time.
 */
public final class WeightClipping {

  private final float limit;
  private final float[] block = new float[BlockwiseOptimizer.BLOCK];

  /**
   * Makes the scratch memory.
   *
   * @param limit the greatest absolute value of a parameter, above 0
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public WeightClipping(double limit) {
    HyperparameterCheck.positive("limit", limit);
    this.limit = (float) limit;
  }

  /**
   * Clips parameters in place. What is not a number stays so.
   *
   * @param theta [n] parameters, changed
   * @param n how many parameters
   * @throws IllegalArgumentException if the buffer is shorter than n
   */
  public void apply(FloatBuffer theta, int n) {
    FlatVectorCheck.check("theta", theta, n);
    for (int i = 0; i < n; i += block.length) {
      int length = Math.min(block.length, n - i);
      theta.get(i, block, 0, length);
      clip(block, length, limit);
      theta.put(i, block, 0, length);
    }
  }

  private static void clip(float[] values, int length, float limit) {
    for (int i = 0; i < length; i++) {
      values[i] = Math.max(-limit, Math.min(limit, values[i]));
    }
  }
}
