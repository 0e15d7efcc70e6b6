package latentlab.engine.layers.normalization;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.ParameterView;

/** A weight matrix divided by an estimate of its largest singular value, and the way back. */
final class NormalizedWeight {

  /** A smaller singular value is that of a matrix of zeros, which stays what it is. */
  private static final double SMALLEST = 1e-12;

  private final ParameterView raw;
  private final Matrix storedLeft;
  private final Matrix normalized;
  private final Matrix normalizedGradient;
  private final float[] values;
  private final float[] gradient;
  private final float[] left;
  private final float[] right;
  private double sigma = 1;

  /**
   * Normalises nothing yet.
   *
   * @param raw the weight W, [rows, columns]
   * @param storedLeft the vector u, [1, rows], kept with the network's parameters
   */
  NormalizedWeight(ParameterView raw, Matrix storedLeft) {
    this.raw = raw;
    this.storedLeft = storedLeft;
    int rows = raw.values().rows();
    int columns = raw.values().columns();
    this.normalized = Matrix.allocate(rows, columns);
    this.normalizedGradient = Matrix.allocate(rows, columns);
    this.values = new float[rows * columns];
    this.gradient = new float[rows * columns];
    this.left = new float[rows];
    this.right = new float[columns];
  }

  /** What the inner layer sees in place of the weight. */
  ParameterView view() {
    return new ParameterView(raw.parameter(), normalized, normalizedGradient);
  }

  /** One step of power iteration, which moves u, then W / sigma. */
  void iterate() {
    load();
    scale(right, norm(right));
    for (int r = 0; r < left.length; r++) {
      left[r] = (float) dot(values, r * right.length, right);
    }
    double length = norm(left);
    if (length > SMALLEST) {
      scale(left, length);
      storedLeft.copyFrom(left);
    }
    divideBy(length);
  }

  /** W / sigma by the u that is stored. */
  void useStored() {
    load();
    double length = norm(right);
    scale(right, length);
    divideBy(length);
  }

  /** Takes W and u, of length 1; computes W^T u. */
  private void load() {
    raw.values().copyTo(values);
    storedLeft.copyTo(left);
    scale(left, norm(left));
    Arrays.fill(right, 0f);
    for (int r = 0; r < left.length; r++) {
      addScaled(right, left[r], values, r * right.length);
    }
  }

  private void divideBy(double singularValue) {
    sigma = singularValue > SMALLEST ? singularValue : 1;
    float factor = (float) (1 / sigma);
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
    normalized.copyFrom(values);
  }

  /** From the gradient that the inner layer left, G: (G - (sum of G W / sigma) u v^T) / sigma. */
  void writeGradient() {
    normalizedGradient.copyTo(gradient);
    double along = dot(gradient, 0, values);
    float factor = (float) (1 / sigma);
    int columns = right.length;
    for (int r = 0; r < left.length; r++) {
      float share = (float) (along * left[r]);
      for (int c = 0; c < columns; c++) {
        int i = r * columns + c;
        gradient[i] = factor * (gradient[i] - share * right[c]);
      }
    }
    raw.gradient().copyFrom(gradient);
  }

  private static void addScaled(float[] sum, float factor, float[] source, int from) {
    for (int i = 0; i < sum.length; i++) {
      sum[i] += factor * source[from + i];
    }
  }

  /** Of a whole vector and the run of another that starts there. */
  private static double dot(float[] source, int from, float[] vector) {
    double sum = 0;
    for (int i = 0; i < vector.length; i++) {
      sum += (double) source[from + i] * vector[i];
    }
    return sum;
  }

  private static double norm(float[] vector) {
    return Math.sqrt(dot(vector, 0, vector));
  }

  private static void scale(float[] vector, double length) {
    if (length > SMALLEST) {
      float factor = (float) (1 / length);
      for (int i = 0; i < vector.length; i++) {
        vector[i] *= factor;
      }
    }
  }

  void close() {
    normalized.close();
    normalizedGradient.close();
  }
}
