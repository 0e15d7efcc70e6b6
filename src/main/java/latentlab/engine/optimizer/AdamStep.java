package latentlab.engine.optimizer;

import java.nio.FloatBuffer;
import org.nd4j.linalg.learning.config.Adam;

/**
 * One pass of Adam (Kingma and Ba 2015, algorithm 1 in the efficient form of their section 2) over
 * flat vectors, in place:
 *
 * <pre>{@code
 * m = b1 m + (1 - b1) g,  v = b2 v + (1 - b2) g^2
 * theta = theta - lr sqrt(1 - b2^t) / (1 - b1^t) * m / (sqrt(v) + epsilon)
 * }</pre>
 *
 * <p>The epsilon is the paper's "epsilon hat", as in ND4J's own updater, whose state layout (m,
 * then v) and hyperparameters this uses; that updater takes two passes and twice the time. Holds
 * scratch memory: one thread at a time.
 */
public final class AdamStep {

  /** Elements at a time: four such arrays fit the first-level cache. */
  private static final int BLOCK = 2048;

  private final Adam settings;
  private final float[] parameters = new float[BLOCK];
  private final float[] gradients = new float[BLOCK];
  private final float[] means = new float[BLOCK];
  private final float[] squares = new float[BLOCK];

  /**
   * Takes the hyperparameters from DL4J's configuration.
   *
   * @param settings learning rate, beta1, beta2 and epsilon
   */
  public AdamStep(Adam settings) {
    this.settings = settings;
  }

  /**
   * Updates parameters and state by one step.
   *
   * @param theta [n] parameters
   * @param gradient [n]
   * @param state [2 n]: first moments, then second moments; zeros before the first step
   * @param n how many parameters
   * @param step the number of this step, from 1
   */
  public void apply(FloatBuffer theta, FloatBuffer gradient, FloatBuffer state, int n, long step) {
    float rate =
        (float)
            (settings.getLearningRate()
                * Math.sqrt(1 - Math.pow(settings.getBeta2(), (double) step))
                / (1 - Math.pow(settings.getBeta1(), (double) step)));
    for (int i = 0; i < n; i += BLOCK) {
      int length = Math.min(BLOCK, n - i);
      theta.get(i, parameters, 0, length);
      gradient.get(i, gradients, 0, length);
      state.get(i, means, 0, length);
      state.get(n + i, squares, 0, length);
      updateBlock(length, rate);
      theta.put(i, parameters, 0, length);
      state.put(i, means, 0, length);
      state.put(n + i, squares, 0, length);
    }
  }

  /**
   * Over locals only, so that the compiler vectorises the loop: it does not for fields, which it
   * must take for changing.
   */
  private void updateBlock(int length, float rate) {
    float[] theta = parameters;
    float[] gradient = gradients;
    float[] mean = means;
    float[] square = squares;
    float beta1 = (float) settings.getBeta1();
    float beta2 = (float) settings.getBeta2();
    float epsilon = (float) settings.getEpsilon();
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    for (int i = 0; i < length; i++) {
      float g = gradient[i];
      float m = beta1 * mean[i] + rest1 * g;
      float v = beta2 * square[i] + rest2 * g * g;
      mean[i] = m;
      square[i] = v;
      theta[i] -= rate * m / ((float) Math.sqrt(v) + epsilon);
    }
  }
}
