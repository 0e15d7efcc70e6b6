package latentlab.engine.kernels;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * What a dense layer does to each row besides the matrix product. Holds two rows of scratch memory;
 * one thread at a time may use it.
 */
public final class RowPass {

  private final float[] row;
  private final float[] other;

  /**
   * Makes the scratch memory.
   *
   * @param columns the length of the rows to come
   */
  public RowPass(int columns) {
    row = new float[columns];
    other = new float[columns];
  }

  /**
   * y = y + bias in each row.
   *
   * @param y [rows, columns], changed
   * @param bias [columns]
   */
  public void addBias(Matrix y, float[] bias) {
    FloatBuffer memory = y.buffer();
    int n = row.length;
    for (int r = 0; r < y.rows(); r++) {
      memory.get(r * n, row, 0, n);
      add(row, bias);
      memory.put(r * n, row, 0, n);
    }
  }

  /**
   * y = max(y + bias, 0) in each row.
   *
   * @param y [rows, columns], changed
   * @param bias [columns]
   */
  public void addBiasAndRectify(Matrix y, float[] bias) {
    FloatBuffer memory = y.buffer();
    int n = row.length;
    for (int r = 0; r < y.rows(); r++) {
      memory.get(r * n, row, 0, n);
      addAndRectify(row, bias);
      memory.put(r * n, row, 0, n);
    }
  }

  /**
   * The sum of the rows.
   *
   * @param d [rows, columns]
   * @param sum [columns], overwritten
   */
  public void sumRows(Matrix d, float[] sum) {
    FloatBuffer memory = d.buffer();
    int n = row.length;
    Arrays.fill(sum, 0f);
    for (int r = 0; r < d.rows(); r++) {
      memory.get(r * n, row, 0, n);
      add(sum, row);
    }
  }

  /**
   * The error before a rectifier, and the sum of its rows: d = 0 where the output y was not
   * positive.
   *
   * @param d [rows, columns] the error after the rectifier; becomes that before it
   * @param y [rows, columns] what the rectifier gave
   * @param sum [columns], overwritten
   */
  public void rectifyErrorAndSumRows(Matrix d, Matrix y, float[] sum) {
    FloatBuffer memory = d.buffer();
    FloatBuffer outputs = y.buffer();
    int n = row.length;
    Arrays.fill(sum, 0f);
    for (int r = 0; r < d.rows(); r++) {
      memory.get(r * n, row, 0, n);
      outputs.get(r * n, other, 0, n);
      keepWherePositive(row, other);
      memory.put(r * n, row, 0, n);
      add(sum, row);
    }
  }

  private static void add(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += b[i];
    }
  }

  private static void addAndRectify(float[] a, float[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] = Math.max(a[i] + b[i], 0f);
    }
  }

  private static void keepWherePositive(float[] d, float[] y) {
    for (int i = 0; i < d.length; i++) {
      d[i] = y[i] > 0f ? d[i] : 0f;
    }
  }
}
