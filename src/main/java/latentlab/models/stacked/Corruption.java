package latentlab.models.stacked;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.random.Seed;

/**
 * Masking noise (Vincent et al. 2010, section 3.3) on what one shallow autoencoder is given. It is
 * no layer of the network, since nothing is masked when all learn together.
 */
final class Corruption implements AutoCloseable {

  private final float rate;
  private final MatrixBuffer buffer;

  /**
   * Allocates nothing yet.
   *
   * @param rate the probability of zero, in [0, 1)
   * @param columns the number of values in a row
   */
  Corruption(double rate, int columns) {
    this.rate = (float) rate;
    this.buffer = new MatrixBuffer(columns);
  }

  /**
   * Masks a batch.
   *
   * @param clean [rows, columns]
   * @param values the same, row-major
   * @return a masked copy, overwritten by the next call with as many rows; the batch itself if the
   *     rate is 0
   */
  Matrix of(Matrix clean, float[] values, Seed seed) {
    if (rate == 0) {
      return clean;
    }
    RandomGenerator random = seed.generator();
    float[] masked = values.clone();
    for (int i = 0; i < masked.length; i++) {
      if (random.nextFloat() < rate) {
        masked[i] = 0;
      }
    }
    return buffer.fill(masked, 0, clean.rows());
  }

  @Override
  public void close() {
    buffer.close();
  }
}
