package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/**
 * Shortens gradients to a greatest Euclidean norm (Pascanu, Mikolov and Bengio 2013, algorithm 1),
 * which keeps their direction. Holds scratch memory: one thread at a time.
 *
 * <p>Gradients that lie in several vectors are clipped together by the parts: the root of the sum
 * of the squares of each {@link #norm}, its {@link #factor}, and {@link #scale} for each vector.
 */
public final class GradientClipping {

  private final double maxNorm;
  private final float[] block = new float[BlockwiseOptimizer.BLOCK];

  /**
   * Makes the scratch memory.
   *
   * @param maxNorm the greatest norm that is let through, above 0
   * @throws IllegalArgumentException if it is not a finite number above 0
   */
  public GradientClipping(double maxNorm) {
    HyperparameterCheck.positive("maxNorm", maxNorm);
    this.maxNorm = maxNorm;
  }

  /**
   * Clips a gradient in place. One that is not finite stays as it is, since it has no direction;
   * the norm tells.
   *
   * @param gradient [n]; changed if it is longer than allowed
   * @param n how many elements
   * @return the norm before clipping; infinite or not a number if an element is
   * @throws IllegalArgumentException if the buffer is shorter than n
   */
  public double apply(FloatBuffer gradient, int n) {
    double norm = norm(gradient, n);
    double factor = factor(norm);
    if (factor < 1) {
      scale(gradient, n, factor);
    }
    return norm;
  }

  /**
   * The Euclidean norm, summed in double precision.
   *
   * @param gradient [n]
   * @param n how many elements
   * @return the root of the sum of squares; infinite or not a number if an element is
   * @throws IllegalArgumentException if the buffer is shorter than n
   */
  public double norm(FloatBuffer gradient, int n) {
    FlatVectorCheck.check("gradient", gradient, n);
    double sum = 0;
    for (int i = 0; i < n; i += block.length) {
      int length = Math.min(block.length, n - i);
      gradient.get(i, block, 0, length);
      sum += sumOfSquares(block, length);
    }
    return Math.sqrt(sum);
  }

  /**
   * What a gradient of some norm must be multiplied by.
   *
   * @param norm the norm before clipping
   * @return in (0, 1]; 1 if the norm is allowed or not finite
   */
  public double factor(double norm) {
    return norm > maxNorm && Double.isFinite(norm) ? maxNorm / norm : 1;
  }

  /**
   * Multiplies a gradient in place.
   *
   * @param gradient [n], changed
   * @param n how many elements
   * @param factor what each is multiplied by
   * @throws IllegalArgumentException if the buffer is shorter than n
   */
  public void scale(FloatBuffer gradient, int n, double factor) {
    FlatVectorCheck.check("gradient", gradient, n);
    for (int i = 0; i < n; i += block.length) {
      int length = Math.min(block.length, n - i);
      gradient.get(i, block, 0, length);
      multiply(block, length, (float) factor);
      gradient.put(i, block, 0, length);
    }
  }

  /** In four sums, so that one addition need not wait for the one before. */
  private static double sumOfSquares(float[] values, int length) {
    double a = 0;
    double b = 0;
    double c = 0;
    double d = 0;
    int i = 0;
    for (; i + 3 < length; i += 4) {
      a += (double) values[i] * values[i];
      b += (double) values[i + 1] * values[i + 1];
      c += (double) values[i + 2] * values[i + 2];
      d += (double) values[i + 3] * values[i + 3];
    }
    for (; i < length; i++) {
      a += (double) values[i] * values[i];
    }
    return (a + b) + (c + d);
  }

  private static void multiply(float[] values, int length, float factor) {
    for (int i = 0; i < length; i++) {
      values[i] *= factor;
    }
  }
}
