package latentlab.engine.losses;

import java.nio.FloatBuffer;
import java.util.Arrays;
import latentlab.engine.kernels.Matrix;

/**
 * The sum of squared differences between predictions p and targets t, and its gradient 2 (p - t).
 *
 * <p>With a scale of 1 / (rows * columns) the gradient is that of the mean squared error. With the
 * drawn noise as target this is the simplified loss of diffusion models (Ho, Jain and Abbeel 2020,
 * equation 14), and with a weight for each row that of Hang et al. 2023 (min-SNR). Squares are
 * added up in float, a few at each place of a block, and the places in double. Holds blocks of
 * scratch memory; one thread at a time.
 */
public final class SquaredError {

  /** Elements at a time: three such arrays fit the first-level cache. */
  private static final int BLOCK = 2048;

  /** So few squares added in float lose nothing that a gradient step would notice. */
  private static final int BLOCKS_PER_SUM = 16;

  private static final float[] NO_WEIGHTS = {};

  private final float[] difference = new float[BLOCK];
  private final float[] target = new float[BLOCK];
  private final float[] squares = new float[BLOCK];

  /**
   * The sum of squares.
   *
   * @param predictions [rows, columns]
   * @param targets [rows, columns], row-major
   * @return the sum over rows and columns
   * @throws IllegalArgumentException if the sizes differ
   */
  public double loss(Matrix predictions, float[] targets) {
    return sumBlocks(predictions, targets, NO_WEIGHTS, 1f, false);
  }

  /**
   * The sum of squares, each row's times its weight.
   *
   * @param predictions [rows, columns]
   * @param targets [rows, columns], row-major
   * @param rowWeights [rows]
   * @return the weighted sum over rows and columns
   * @throws IllegalArgumentException if the sizes differ
   */
  public double loss(Matrix predictions, float[] targets, float[] rowWeights) {
    checkWeights(predictions, rowWeights);
    return sumBlocks(predictions, targets, rowWeights, 1f, false);
  }

  /**
   * The sum of squares, and in place of the predictions its gradient with respect to them: 2 (p -
   * t) * scale.
   *
   * @param predictions [rows, columns], overwritten by the gradient
   * @param targets [rows, columns], row-major
   * @param scale what the gradient is multiplied by, such as 1 / (rows * columns)
   * @return the sum over rows and columns, not scaled
   * @throws IllegalArgumentException if the sizes differ
   */
  public double lossAndGradient(Matrix predictions, float[] targets, float scale) {
    return sumBlocks(predictions, targets, NO_WEIGHTS, scale, true);
  }

  /**
   * The weighted sum of squares, and in place of the predictions its gradient with respect to them:
   * 2 w (p - t) * scale.
   *
   * @param predictions [rows, columns], overwritten by the gradient
   * @param targets [rows, columns], row-major
   * @param rowWeights [rows] w
   * @param scale what the gradient is multiplied by, such as 1 / (rows * columns)
   * @return the weighted sum over rows and columns, not scaled
   * @throws IllegalArgumentException if the sizes differ
   */
  public double lossAndGradient(
      Matrix predictions, float[] targets, float[] rowWeights, float scale) {
    checkWeights(predictions, rowWeights);
    return sumBlocks(predictions, targets, rowWeights, scale, true);
  }

  private static void checkWeights(Matrix predictions, float[] rowWeights) {
    BatchCheck.length(rowWeights.length, predictions.rows(), "row weights", predictions);
  }

  /** Without weights the whole matrix is one stretch of memory, with weights each row. */
  private double sumBlocks(
      Matrix predictions, float[] targets, float[] weights, float scale, boolean writeGradient) {
    long size = (long) predictions.rows() * predictions.columns();
    BatchCheck.length(targets.length, size, "targets", predictions);
    int stretch = weights.length == 0 ? targets.length : predictions.columns();
    double sum = 0;
    int blocks = 0;
    Arrays.fill(squares, 0f);
    for (int row = 0; row < targets.length / stretch; row++) {
      float weight = weights.length == 0 ? 1f : weights[row];
      int end = (row + 1) * stretch;
      for (int from = row * stretch; from < end; from += BLOCK) {
        int length = Math.min(BLOCK, end - from);
        readDifferences(predictions.buffer(), targets, from, length);
        addSquares(difference, squares, weight, length);
        if (writeGradient) {
          multiply(difference, 2f * weight * scale, length);
          predictions.buffer().put(from, difference, 0, length);
        }
        if (++blocks % BLOCKS_PER_SUM == 0) {
          sum += takeSum(Math.min(BLOCK, stretch));
        }
      }
    }
    return sum + takeSum(Math.min(BLOCK, stretch));
  }

  private void readDifferences(FloatBuffer predictions, float[] targets, int from, int length) {
    predictions.get(from, difference, 0, length);
    System.arraycopy(targets, from, target, 0, length);
    subtract(difference, target, length);
  }

  private double takeSum(int length) {
    double sum = 0;
    for (int i = 0; i < length; i++) {
      sum += squares[i];
    }
    Arrays.fill(squares, 0, length, 0f);
    return sum;
  }

  private static void subtract(float[] a, float[] b, int length) {
    for (int i = 0; i < length; i++) {
      a[i] -= b[i];
    }
  }

  private static void addSquares(float[] difference, float[] sum, float weight, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += difference[i] * difference[i] * weight;
    }
  }

  private static void multiply(float[] values, float factor, int length) {
    for (int i = 0; i < length; i++) {
      values[i] *= factor;
    }
  }
}
