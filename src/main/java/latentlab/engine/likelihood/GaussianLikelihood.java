package latentlab.engine.likelihood;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.losses.SquaredError;

/**
 * Independent Gaussians with means from a network and one fixed standard deviation sigma: the
 * negative log-likelihood of targets, and its gradient. Holds scratch memory; one thread at a time.
 *
 * <p>With m the mean and x the target, each element adds
 *
 * <pre>{@code  (m - x)^2 / (2 sigma^2) + log sigma + 1/2 log(2 pi)}</pre>
 *
 * <p>the density of a continuous value, so that the sum can be negative.
 */
public final class GaussianLikelihood {

  private static final double SMALLEST = 1e-6;
  private static final double LARGEST = 1e6;

  private final SquaredError squaredError = new SquaredError();
  private final double precision;
  private final double constant;

  /**
   * Makes the scratch memory.
   *
   * @param standardDeviation sigma, in the units of the targets, from 1e-6 to 1e6
   * @throws IllegalArgumentException if it is outside, where floats would not hold the gradient
   */
  public GaussianLikelihood(double standardDeviation) {
    if (!(standardDeviation >= SMALLEST && standardDeviation <= LARGEST)) {
      throw new IllegalArgumentException(
          String.format(
              "a standard deviation must be from %s to %s, not %s",
              SMALLEST, LARGEST, standardDeviation));
    }
    precision = 1 / (standardDeviation * standardDeviation);
    constant = Math.log(standardDeviation) + 0.5 * Math.log(2 * Math.PI);
  }

  /**
   * The negative log-likelihood.
   *
   * @param means [rows, columns]
   * @param targets [rows, columns], row-major
   * @return the sum over rows and columns, in nats
   * @throws IllegalArgumentException if the sizes differ
   */
  public double negativeLogLikelihood(Matrix means, float[] targets) {
    return fromSquares(squaredError.loss(means, targets), targets.length);
  }

  /**
   * The negative log-likelihood, and in place of the means its gradient with respect to them: (m -
   * x) / sigma^2 * scale.
   *
   * @param means [rows, columns], overwritten by the gradient
   * @param targets [rows, columns], row-major
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over rows and columns, in nats, not scaled
   * @throws IllegalArgumentException if the sizes differ
   */
  public double lossAndGradient(Matrix means, float[] targets, float scale) {
    float squaresScale = (float) (0.5 * precision * scale);
    return fromSquares(squaredError.lossAndGradient(means, targets, squaresScale), targets.length);
  }

  private double fromSquares(double squares, int count) {
    return 0.5 * precision * squares + count * constant;
  }
}
