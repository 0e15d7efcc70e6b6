package latentlab.engine.likelihood;

import java.nio.FloatBuffer;
import java.util.Arrays;
import latentlab.engine.kernels.ExponentialPass;
import latentlab.engine.kernels.Matrix;

/**
 * Independent Bernoulli distributions given by their logits: the negative log-likelihood of targets
 * from 0 to 1, its gradient, and the probabilities. Holds rows of scratch memory; one thread at a
 * time.
 *
 * <p>With l the logit and x the target, each element adds
 *
 * <pre>{@code  softplus(l) - x l = max(l, 0) - x l + log(1 + e^-|l|)}</pre>
 *
 * <p>which no logit makes overflow. The logarithms of a column are taken together, as that of the
 * product of factors between 1 and 2.
 */
public final class BernoulliLogits {

  /** A product of so many factors up to 2 stays far below the largest float, about 2^128. */
  private static final int ROWS_PER_LOGARITHM = 32;

  /** Times this, every positive float that matters exceeds 1, which then serves as a step. */
  private static final float STEEP = 1e30f;

  private final ExponentialPass exponential;
  private final float[] logit;
  private final float[] decay;
  private final float[] target;
  private final float[] product;
  private final float[] linear;

  /**
   * Makes the scratch memory.
   *
   * @param columns the number of elements of one observation
   */
  public BernoulliLogits(int columns) {
    exponential = new ExponentialPass(columns);
    logit = new float[columns];
    decay = new float[columns];
    target = new float[columns];
    product = new float[columns];
    linear = new float[columns];
  }

  /**
   * The negative log-likelihood.
   *
   * @param logits [rows, columns]
   * @param targets [rows, columns], row-major, 0 to 1
   * @return the sum over rows and columns, in nats
   */
  public double negativeLogLikelihood(Matrix logits, float[] targets) {
    return sumRows(logits, targets, 1f, false);
  }

  /**
   * The negative log-likelihood, and in place of the logits its gradient with respect to them:
   * (sigmoid(l) - x) * scale.
   *
   * @param logits [rows, columns], overwritten by the gradient
   * @param targets [rows, columns], row-major, 0 to 1
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over rows and columns, in nats, not scaled
   */
  public double lossAndGradient(Matrix logits, float[] targets, float scale) {
    return sumRows(logits, targets, scale, true);
  }

  /**
   * The means of the distributions.
   *
   * @param logits [rows, columns]
   * @param probabilities receives sigmoid(l) for each element, row-major
   * @param offset where in the target they start
   */
  public void probabilities(Matrix logits, float[] probabilities, int offset) {
    int n = logit.length;
    for (int r = 0; r < logits.rows(); r++) {
      logits.buffer().get(r * n, logit, 0, n);
      exponential.ofNegativeMagnitude(logit, decay);
      replaceBySigmoid(logit, decay);
      System.arraycopy(logit, 0, probabilities, offset + r * n, n);
    }
  }

  /**
   * The negative log-likelihood of each row.
   *
   * @param logits [rows, columns]
   * @param targets [rows, columns], row-major, 0 to 1
   * @param losses receives the sum over the columns for each row, in nats, [rows]
   */
  public void rowLosses(Matrix logits, float[] targets, double[] losses) {
    int n = logit.length;
    for (int r = 0; r < logits.rows(); r++) {
      logits.buffer().get(r * n, logit, 0, n);
      System.arraycopy(targets, r * n, target, 0, n);
      exponential.ofNegativeMagnitude(logit, decay);
      Arrays.fill(product, 1f);
      Arrays.fill(linear, 0f);
      accumulate(logit, decay, target, product, linear);
      losses[r] = sum(linear) + sumOfLogarithms(product);
    }
  }

  /**
   * In place of the logits the gradient of a weighted negative log-likelihood: (sigmoid(l) - x) *
   * scale of the row.
   *
   * @param logits [rows, columns], overwritten by the gradient
   * @param targets [rows, columns], row-major, 0 to 1
   * @param rowScales what the gradient of each row is multiplied by, [rows]
   */
  public void gradient(Matrix logits, float[] targets, float[] rowScales) {
    int n = logit.length;
    for (int r = 0; r < logits.rows(); r++) {
      logits.buffer().get(r * n, logit, 0, n);
      System.arraycopy(targets, r * n, target, 0, n);
      exponential.ofNegativeMagnitude(logit, decay);
      replaceBySigmoid(logit, decay);
      replaceByGradient(logit, target, rowScales[r]);
      logits.buffer().put(r * n, logit, 0, n);
    }
  }

  private static double sum(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum;
  }

  /** Of factors between 1 and 2, overwritten; the halves are multiplied with each other first. */
  private static double sumOfLogarithms(float[] factors) {
    int length = factors.length;
    for (int product = 1; product < ROWS_PER_LOGARITHM; product *= 2) {
      int half = (length + 1) / 2;
      for (int i = 0; i + half < length; i++) {
        factors[i] *= factors[i + half];
      }
      length = half;
    }
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += Math.log(factors[i]);
    }
    return sum;
  }

  private double sumRows(Matrix logits, float[] targets, float scale, boolean writeGradient) {
    FloatBuffer memory = logits.buffer();
    int n = logit.length;
    double sum = 0;
    Arrays.fill(product, 1f);
    Arrays.fill(linear, 0f);
    for (int r = 0; r < logits.rows(); r++) {
      memory.get(r * n, logit, 0, n);
      System.arraycopy(targets, r * n, target, 0, n);
      exponential.ofNegativeMagnitude(logit, decay);
      accumulate(logit, decay, target, product, linear);
      if (writeGradient) {
        replaceBySigmoid(logit, decay);
        replaceByGradient(logit, target, scale);
        memory.put(r * n, logit, 0, n);
      }
      if ((r + 1) % ROWS_PER_LOGARITHM == 0 || r + 1 == logits.rows()) {
        sum += takeSum();
      }
    }
    return sum;
  }

  private double takeSum() {
    double sum = 0;
    for (int c = 0; c < product.length; c++) {
      sum += linear[c] + Math.log(product[c]);
    }
    Arrays.fill(product, 1f);
    Arrays.fill(linear, 0f);
    return sum;
  }

  private static void accumulate(
      float[] logit, float[] decay, float[] target, float[] product, float[] linear) {
    for (int i = 0; i < logit.length; i++) {
      linear[i] += Math.max(logit[i], 0f) - logit[i] * target[i];
      product[i] *= 1f + decay[i];
    }
  }

  /** With d = e^-|l|: sigmoid(l) = 1 / (1 + d) for positive l, else d / (1 + d). */
  private static void replaceBySigmoid(float[] logit, float[] decay) {
    for (int i = 0; i < logit.length; i++) {
      float numerator = Math.max(decay[i], Math.min(logit[i] * STEEP, 1f));
      logit[i] = numerator / (1f + decay[i]);
    }
  }

  private static void replaceByGradient(float[] probability, float[] target, float scale) {
    for (int i = 0; i < probability.length; i++) {
      probability[i] = (probability[i] - target[i]) * scale;
    }
  }
}
