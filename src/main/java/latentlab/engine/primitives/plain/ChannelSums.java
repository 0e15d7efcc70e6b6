package latentlab.engine.primitives.plain;

import latentlab.engine.kernels.Matrix;

/** Sums over all pixels of all images. */
final class ChannelSums {

  private ChannelSums() {}

  /** Writes the sum of each channel: the gradient of a bias. */
  static void write(Matrix values, Matrix sums) {
    double[] total = new double[sums.columns()];
    float[] row = new float[values.columns()];
    for (int r = 0; r < values.rows(); r++) {
      values.buffer().get(r * row.length, row);
      for (int i = 0; i < row.length; i += total.length) {
        for (int c = 0; c < total.length; c++) {
          total[c] += row[i + c];
        }
      }
    }
    for (int c = 0; c < total.length; c++) {
      sums.buffer().put(c, (float) total[c]);
    }
  }
}
