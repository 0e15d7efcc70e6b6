package latentlab.engine.kernels;

import java.nio.FloatBuffer;

/**
 * Softmax of scaled rows, y_j = e^(s x_j) / sum_k e^(s x_k), in place, and back. The maximum of a
 * row is subtracted first, so that no exponential overflows. Holds scratch memory; one thread at a
 * time, but several may do other rows of the same matrix.
 *
 * <p>Sums and maxima go through a row in four lanes, for a single one would wait for itself at each
 * element and Java may not reorder it.
 *
 * <p>A causal one takes its rows as squares, [columns, columns]: row i of a square sees only the
 * columns 0 to i; the others are given exactly 0.
 */
public final class SoftmaxRows {

  /** Floats that are copied at once: few calls for short rows, and all stays in the cache. */
  private static final int BLOCK = 2048;

  private final int columns;
  private final float scale;
  private final boolean causal;
  private final int rowsAtOnce;
  private final float[] values;
  private final float[] other;
  private final ExponentialPass exponential;

  /**
   * Makes the scratch memory.
   *
   * @param columns the length of the rows to come
   * @param scale s, greater than 0
   * @param causal whether columns after the row's own are left out
   */
  public SoftmaxRows(int columns, float scale, boolean causal) {
    this.columns = columns;
    this.scale = scale;
    this.causal = causal;
    this.rowsAtOnce = Math.max(1, BLOCK / columns);
    this.values = new float[rowsAtOnce * columns];
    this.other = new float[rowsAtOnce * columns];
    this.exponential = new ExponentialPass(rowsAtOnce * columns);
  }

  /**
   * Replaces scores by weights that sum to 1.
   *
   * @param scores [rows, columns], x; some rows become y
   * @param from the first row to do
   * @param rows how many to do
   */
  public void forward(Matrix scores, int from, int rows) {
    FloatBuffer memory = scores.buffer();
    for (int done = 0; done < rows; done += rowsAtOnce) {
      int count = Math.min(rowsAtOnce, rows - done);
      int first = (from + done) * columns;
      memory.get(first, values, 0, count * columns);
      for (int row = 0; row < count; row++) {
        subtractLargest(values, row * columns, seen(from + done + row), scale);
      }
      exponential.ofNegativeMagnitude(values, other);
      for (int row = 0; row < count; row++) {
        normalize(other, row * columns, seen(from + done + row), columns);
      }
      memory.put(first, other, 0, count * columns);
    }
  }

  /**
   * Replaces dL/dy by dL/dx = s y (dL/dy - sum_k y_k dL/dy_k).
   *
   * @param weights [rows, columns], y
   * @param weightsFrom the first row of weights
   * @param errors [rows, columns], dL/dy; some rows become dL/dx
   * @param errorsFrom the first row of errors
   * @param rows how many to do
   */
  public void backward(Matrix weights, int weightsFrom, Matrix errors, int errorsFrom, int rows) {
    for (int done = 0; done < rows; done += rowsAtOnce) {
      int count = Math.min(rowsAtOnce, rows - done);
      int first = (errorsFrom + done) * columns;
      weights.buffer().get((weightsFrom + done) * columns, other, 0, count * columns);
      errors.buffer().get(first, values, 0, count * columns);
      for (int row = 0; row < count; row++) {
        backThroughRow(values, other, row * columns, columns, scale);
      }
      errors.buffer().put(first, values, 0, count * columns);
    }
  }

  /** How many columns a row sees. */
  private int seen(int row) {
    return causal ? row % columns + 1 : columns;
  }

  /** A row that holds NaN becomes NaN when it is normalised. */
  private static void subtractLargest(float[] x, int from, int count, float scale) {
    float largest = largest(x, from, from + count);
    for (int i = from; i < from + count; i++) {
      x[i] = (x[i] - largest) * scale;
    }
  }

  private static float largest(float[] x, int from, int to) {
    float a = x[from];
    float b = a;
    float c = a;
    float d = a;
    int i = from;
    for (; i < to - 3; i += 4) {
      a = x[i] > a ? x[i] : a;
      b = x[i + 1] > b ? x[i + 1] : b;
      c = x[i + 2] > c ? x[i + 2] : c;
      d = x[i + 3] > d ? x[i + 3] : d;
    }
    for (; i < to; i++) {
      a = x[i] > a ? x[i] : a;
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  private static void normalize(float[] y, int from, int count, int columns) {
    float factor = 1 / sum(y, from, from + count);
    for (int i = from; i < from + count; i++) {
      y[i] *= factor;
    }
    for (int i = from + count; i < from + columns; i++) {
      y[i] = 0;
    }
  }

  private static float sum(float[] y, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += y[i];
      b += y[i + 1];
      c += y[i + 2];
      d += y[i + 3];
    }
    for (; i < to; i++) {
      a += y[i];
    }
    return (a + b) + (c + d);
  }

  private static void backThroughRow(float[] error, float[] y, int from, int columns, float scale) {
    float mean = dot(error, y, from, from + columns);
    for (int i = from; i < from + columns; i++) {
      error[i] = scale * y[i] * (error[i] - mean);
    }
  }

  private static float dot(float[] x, float[] y, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i < to - 3; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (; i < to; i++) {
      a += x[i] * y[i];
    }
    return (a + b) + (c + d);
  }
}
