package latentlab.engine.losses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.random.Seed;

/** Inputs for losses, and gradients of naive losses by central differences in double precision. */
final class Batches {

  private Batches() {}

  static Matrix matrix(int rows, int columns, float... values) {
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(values);
    return matrix;
  }

  static float[] gaussians(long seed, int count, double spread) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return values;
  }

  static float[] uniforms(long seed, int count) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextFloat();
    }
    return values;
  }

  static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  static double[] widened(float[] values) {
    double[] wide = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      wide[i] = values[i];
    }
    return wide;
  }

  /** Compares with (f(x + h) - f(x - h)) / 2h of each element, to a relative error of 1e-4. */
  static void assertGradient(
      Matrix gradient, float[] at, double scale, ToDoubleFunction<double[]> naive) {
    float[] given = values(gradient);
    double[] expected = slopes(widened(at), scale, naive);
    double largest = 0;
    for (double slope : expected) {
      largest = Math.max(largest, Math.abs(slope));
    }
    assertThat(largest).isPositive();
    for (int i = 0; i < given.length; i++) {
      assertThat((double) given[i])
          .as("element %d", i)
          .isCloseTo(expected[i], within(1e-4 * Math.max(Math.abs(expected[i]), 1e-2 * largest)));
    }
  }

  private static double[] slopes(double[] x, double scale, ToDoubleFunction<double[]> naive) {
    double h = 1e-5;
    double[] slopes = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      double kept = x[i];
      x[i] = kept + h;
      double above = naive.applyAsDouble(x);
      x[i] = kept - h;
      double below = naive.applyAsDouble(x);
      x[i] = kept;
      slopes[i] = scale * (above - below) / (2 * h);
    }
    return slopes;
  }
}
