package latentlab.models.autoencoder;

import java.util.random.RandomGenerator;
import latentlab.engine.Network;
import latentlab.engine.TangentPasses;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.random.Seed;

/**
 * The penalty of contractive autoencoders, C = |J|_F^2 with J = da/dx, the slope of the code by the
 * image (Rifai et al. 2011, equation 4), in expectation.
 *
 * <p>For a vector v of independent signs, E[v v^T] is the identity and so E[|J v|^2] = tr(J^T J) =
 * |J|_F^2 (Hutchinson 1990): one v for each image gives an unbiased estimate of C and of its
 * gradient at the cost of one more pass. The encoder is piecewise linear up to the code's
 * nonlinearity s, h = f(x) and a = s(h), so that u = J v = s'(h) * t with t = T v, T the tangent
 * map of f. The gradient of |u|^2 is exact wherever no rectifier sits on its kink: by t it is 2
 * s'(h) u, which goes back through the tangent pass, and by h it is 2 u^2 s''(h) / s'(h), which
 * goes back through the encoder. Owned by the encoder's thread.
 */
final class Contraction implements AutoCloseable {

  private final Network encoder;
  private final CodeActivation activation;
  private final TangentPasses tangents;
  private final MatrixBuffer directions;
  private final MatrixBuffer errors;
  private float[] signs = {};

  Contraction(Network encoder, CodeActivation activation) {
    this.encoder = encoder;
    this.activation = activation;
    this.tangents = encoder.tangentPasses();
    this.directions = new MatrixBuffer(tangents.directionShape().size());
    this.errors = new MatrixBuffer(encoder.outputShape().size());
  }

  /**
   * The estimate, for the batch that went forward last in training.
   *
   * @param codes [rows, latent] of that batch
   * @param rows how many
   * @param firstRow the place of the first row in the whole batch
   * @param seed decides the directions; that of a row depends on it and the row's place alone
   * @return the sum over the rows
   */
  double measure(float[] codes, int rows, int firstRow, Seed seed) {
    return sumOfSquares(slopes(codes, rows, firstRow, seed));
  }

  /**
   * The estimate, for the batch that went forward last in training. The gradients that come by way
   * of the tangent pass are held in the encoder, to be added to those of its backward pass.
   *
   * @param codes [rows, latent] of that batch
   * @param rows how many
   * @param scale what the gradient is multiplied with
   * @param seed as in {@link #measure}
   * @param headErrors [rows, latent]; the gradient by h is added
   * @return the sum over the rows, not scaled
   */
  double computeGradient(float[] codes, int rows, float scale, Seed seed, float[] headErrors) {
    float[] slopes = slopes(codes, rows, 0, seed);
    double sum = sumOfSquares(slopes);
    for (int i = 0; i < slopes.length; i++) {
      float doubled = 2 * scale * slopes[i];
      headErrors[i] += doubled * slopes[i] * activation.relativeCurvature(codes[i]);
      slopes[i] = doubled * activation.slope(codes[i]);
    }
    tangents.backward(errors.fill(slopes, 0, rows));
    encoder.holdGradients();
    return sum;
  }

  /** u, [rows, latent]. */
  private float[] slopes(float[] codes, int rows, int firstRow, Seed seed) {
    int size = tangents.directionShape().size();
    if (signs.length < rows * size) {
      signs = new float[rows * size];
    }
    for (int r = 0; r < rows; r++) {
      drawSigns(seed.derive("direction", firstRow + r).generator(), r * size, size);
    }
    float[] slopes = new float[codes.length];
    tangents.forward(directions.fill(signs, 0, rows)).copyTo(slopes);
    activation.goBack(codes, slopes);
    return slopes;
  }

  private void drawSigns(RandomGenerator random, int offset, int count) {
    for (int from = 0; from < count; from += Long.SIZE) {
      long bits = random.nextLong();
      for (int i = from; i < Math.min(count, from + Long.SIZE); i++) {
        signs[offset + i] = 2 * (bits & 1) - 1;
        bits >>>= 1;
      }
    }
  }

  private static double sumOfSquares(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return sum;
  }

  /** Gives native memory back; the encoder stays open. */
  @Override
  public void close() {
    directions.close();
    errors.close();
  }
}
