package latentlab.engine.likelihood;

import java.util.random.RandomGenerator;

/**
 * A batch of Gaussians with diagonal covariance, as an encoder gives them: draws from them by
 * reparameterisation, their divergence from N(0, I), and the gradients of both (Kingma and Welling
 * 2014, section 2.4 and appendix B).
 *
 * <p>Parameters come as [rows, 2 size]: the means mu of a row, then its log-variances. Stateless
 * but for the sizes; any thread may use it.
 *
 * @param size the number of dimensions
 */
public record DiagonalGaussian(int size) {

  /**
   * Draws z = mu + sigma * epsilon with epsilon from N(0, I).
   *
   * @param parameters [rows, 2 size]
   * @param rows how many Gaussians
   * @param random drawn from rows * size times, row by row
   * @param noise receives sigma * epsilon, [rows, size], which {@link #gradient} needs again
   * @param draws receives z, [rows, size]
   */
  public void draw(
      float[] parameters, int rows, RandomGenerator random, float[] noise, float[] draws) {
    for (int r = 0; r < rows; r++) {
      int mean = r * 2 * size;
      for (int j = 0; j < size; j++) {
        float sigma = (float) Math.exp(0.5 * parameters[mean + size + j]);
        int i = r * size + j;
        noise[i] = sigma * (float) random.nextGaussian();
        draws[i] = parameters[mean + j] + noise[i];
      }
    }
  }

  /**
   * KL(N(mu, sigma^2) || N(0, I)) = 1/2 sum of mu^2 + sigma^2 - 1 - log sigma^2.
   *
   * @param parameters [rows, 2 size]
   * @param rows how many Gaussians
   * @return the sum over the rows, in nats
   */
  public double divergence(float[] parameters, int rows) {
    double sum = 0;
    for (int r = 0; r < rows; r++) {
      int mean = r * 2 * size;
      for (int j = 0; j < size; j++) {
        double mu = parameters[mean + j];
        double logVariance = parameters[mean + size + j];
        sum += mu * mu + Math.exp(logVariance) - 1 - logVariance;
      }
    }
    return 0.5 * sum;
  }

  /**
   * Copies the means.
   *
   * @param parameters [rows, 2 size]
   * @param rows how many Gaussians
   * @param target receives mu, [rows, size]
   * @param offset where in the target the first row starts
   */
  public void means(float[] parameters, int rows, float[] target, int offset) {
    for (int r = 0; r < rows; r++) {
      System.arraycopy(parameters, r * 2 * size, target, offset + r * size, size);
    }
  }

  /**
   * The terms of {@link #divergence} dimension by dimension.
   *
   * @param parameters [rows, 2 size]
   * @param rows how many Gaussians
   * @param sums [size], to which those of each row are added, in nats
   */
  public void addDivergences(float[] parameters, int rows, double[] sums) {
    for (int i = 0; i < rows * size; i++) {
      int mean = i / size * 2 * size + i % size;
      double mu = parameters[mean];
      double logVariance = parameters[mean + size];
      sums[i % size] += 0.5 * (mu * mu + Math.exp(logVariance) - 1 - logVariance);
    }
  }

  /**
   * The gradient of a loss that depends on the draws, plus a weight times the divergence, with
   * respect to the parameters.
   *
   * @param parameters [rows, 2 size]
   * @param rows how many Gaussians
   * @param noise [rows, size] as {@link #draw} gave it
   * @param drawGradient [rows, size] dL/dz
   * @param weight of the divergence, with any scaling by the number of rows
   * @param target receives dL/d(parameters), [rows, 2 size]
   */
  public void gradient(
      float[] parameters,
      int rows,
      float[] noise,
      float[] drawGradient,
      float weight,
      float[] target) {
    for (int r = 0; r < rows; r++) {
      int mean = r * 2 * size;
      for (int j = 0; j < size; j++) {
        int i = r * size + j;
        float variance = (float) Math.exp(parameters[mean + size + j]);
        target[mean + j] = drawGradient[i] + weight * parameters[mean + j];
        target[mean + size + j] = 0.5f * (drawGradient[i] * noise[i] + weight * (variance - 1f));
      }
    }
  }
}
