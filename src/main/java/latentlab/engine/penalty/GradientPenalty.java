package latentlab.engine.penalty;

import java.util.Arrays;
import latentlab.engine.Network;
import latentlab.engine.TangentPasses;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;

/**
 * The gradient penalty of WGAN-GP (Gulrajani et al. 2017, equation 3), P = (lambda / n) sum_i
 * (|g_i| - 1)^2 with g_i = d f(x_i) / d x_i, and its exact gradient with respect to the parameters
 * of a piecewise linear critic f.
 *
 * <p>Near x_i such a critic is linear, f(x) = f(x_i) + T_i(x - x_i), where T_i is the product of
 * its weights with the slopes of its activations, without biases. With u_i = g_i / |g_i|, T_i(u_i)
 * = g_i . u_i = |g_i|, and the derivative of |g_i| by g_i is u_i: so the derivative of |g_i| by the
 * weights is that of T_i(u_i) with u_i held fixed. The gradient of P is that of sum_i c_i T_i(u_i)
 * with c_i = 2 lambda (|g_i| - 1) / n: one more pass forward and one backward. It is exact wherever
 * no activation sits on its kink; there P itself has no derivative, and the slope that the critic's
 * backward pass uses is taken.
 *
 * <p>Where |g_i| = 0, the norm has no derivative: such a row adds lambda / n to P and nothing to
 * the gradient. No small number is added to the norm. Owned by the critic's thread.
 */
public final class GradientPenalty implements AutoCloseable {

  private final Network critic;
  private final TangentPasses tangents;
  private final BatchMemory<Matrix> errors = matrices(1);
  private final BatchMemory<Matrix> directions;
  private final float[] row;

  /**
   * Allocates nothing natively yet.
   *
   * @param critic one input, one output of one value, and between them a sequence of dense,
   *     convolution, reshape and (leaky) rectifier layers; not closed with the penalty
   * @throws IllegalArgumentException if the critic is another network; the message names the layer
   *     that does not fit
   */
  public GradientPenalty(Network critic) {
    this.critic = critic;
    this.tangents = critic.tangentPasses();
    if (critic.outputShape().size() != 1) {
      throw new IllegalArgumentException(
          "a critic must give one value, not " + critic.outputShape());
    }
    int inputs = tangents.directionShape().size();
    this.directions = matrices(inputs);
    this.row = new float[inputs];
  }

  private static BatchMemory<Matrix> matrices(int columns) {
    return new BatchMemory<>(rows -> Matrix.allocate(rows, columns), Matrix::close);
  }

  /**
   * Computes the penalty and leaves its gradient in the critic, in place of that of before: call
   * {@link Network#holdGradients} before this, after the critic's ordinary backward pass, or after
   * this. What is held already stays held. The points become the batch that went forward last.
   *
   * @param points [rows, inputs] the x_i; unchanged
   * @param lambda the weight of the penalty, 10 in the paper; at least 0
   * @return the penalty
   * @throws IllegalArgumentException if lambda is negative or not finite, or the points have no
   *     rows, another number of columns or a value that is not finite
   */
  public PenaltyValue compute(Matrix points, double lambda) {
    if (!(lambda >= 0) || Double.isInfinite(lambda)) {
      throw new IllegalArgumentException(
          "the weight of a gradient penalty must be finite and at least 0, not " + lambda);
    }
    critic.forward(points);
    int rows = points.rows();
    Matrix errors = this.errors.forRows(rows);
    Matrix slopes = critic.backwardToInput(ones(errors));
    Matrix directions = this.directions.forRows(rows);
    double penalty = 0;
    double norms = 0;
    for (int r = 0; r < rows; r++) {
      double norm = normalize(slopes, directions, r);
      penalty += (norm - 1) * (norm - 1);
      norms += norm;
      errors.buffer().put(r, (float) (2 * lambda * (norm - 1) / rows));
    }
    tangents.forward(directions);
    tangents.backward(errors);
    return new PenaltyValue(lambda * penalty / rows, norms / rows);
  }

  private static Matrix ones(Matrix errors) {
    for (int r = 0; r < errors.rows(); r++) {
      errors.buffer().put(r, 1f);
    }
    return errors;
  }

  /** Writes a slope divided by its norm, or zeros if that is zero; gives the norm. */
  private double normalize(Matrix slopes, Matrix directions, int index) {
    slopes.buffer().get(index * row.length, row);
    double norm = Math.sqrt(sumOfSquares(row));
    if (norm == 0) {
      Arrays.fill(row, 0f);
    } else {
      scale(row, 1 / norm);
    }
    directions.buffer().put(index * row.length, row);
    return norm;
  }

  /** In double precision: the squares of small slopes are no floats. */
  private static double sumOfSquares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  private static void scale(float[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (values[i] * factor);
    }
  }

  /** Gives native memory back; the critic stays open. */
  @Override
  public void close() {
    errors.clear();
    directions.clear();
  }
}
