package latentlab.engine.layers.merge;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;

/**
 * The similarities exp(-|M_i,b - M_j,b|_1) of all pairs of rows of a batch, and the way back from
 * errors of their sums. Place c of kernel b is column c * kernels + b, so that the inner loops run
 * over kernels. Work and memory grow with the square of the rows.
 */
final class Similarities {

  private final int rows;
  private final int kernels;
  private final int kernelSize;
  private final float[] projection;
  private final float[] projectionError;
  private final float[] pairs;
  private final float[] sums;
  private final float[] errors;
  private final float[] factors;

  /**
   * Compares nothing yet.
   *
   * @param rows of the batch
   * @param kernels how many similarities each pair has
   * @param kernelSize how many values each compares
   */
  Similarities(int rows, int kernels, int kernelSize) {
    this.rows = rows;
    this.kernels = kernels;
    this.kernelSize = kernelSize;
    this.projection = new float[rows * kernels * kernelSize];
    this.projectionError = new float[projection.length];
    this.pairs = new float[Math.multiplyExact(rows * (rows - 1) / 2, kernels)];
    this.sums = new float[rows * kernels];
    this.errors = new float[rows * kernels];
    this.factors = new float[kernels];
  }

  /** Takes [rows, kernelSize * kernels]. */
  void compare(Matrix source) {
    source.copyTo(projection);
    Arrays.fill(pairs, 0f);
    Arrays.fill(sums, 0f);
    int pair = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        addDistances(i, j, pair);
        for (int b = 0; b < kernels; b++) {
          float similarity = (float) Math.exp(-pairs[pair + b]);
          pairs[pair + b] = similarity;
          sums[i * kernels + b] += similarity;
          sums[j * kernels + b] += similarity;
        }
        pair += kernels;
      }
    }
  }

  private void addDistances(int i, int j, int pair) {
    for (int c = 0; c < kernelSize; c++) {
      int one = (i * kernelSize + c) * kernels;
      int other = (j * kernelSize + c) * kernels;
      for (int b = 0; b < kernels; b++) {
        pairs[pair + b] += Math.abs(projection[one + b] - projection[other + b]);
      }
    }
  }

  /** Copies the sums of a row, one for each kernel, to a place in a target. */
  void copySums(int index, float[] target, int from) {
    System.arraycopy(sums, index * kernels, target, from, kernels);
  }

  /** Copies the errors of the sums of a row from a place in a source. */
  void takeErrors(int index, float[] source, int from) {
    System.arraycopy(source, from, errors, index * kernels, kernels);
  }

  /**
   * The pair (i, j) is a part of the sums of both: d/dM_i,b,c = -(e_i,b + e_j,b) times the
   * similarity times the sign of the difference, and the opposite for M_j,b,c.
   */
  void goBack(Matrix target) {
    Arrays.fill(projectionError, 0f);
    int pair = 0;
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < i; j++) {
        for (int b = 0; b < kernels; b++) {
          factors[b] = (errors[i * kernels + b] + errors[j * kernels + b]) * pairs[pair + b];
        }
        addErrors(i, j);
        pair += kernels;
      }
    }
    target.copyFrom(projectionError);
  }

  private void addErrors(int i, int j) {
    for (int c = 0; c < kernelSize; c++) {
      int one = (i * kernelSize + c) * kernels;
      int other = (j * kernelSize + c) * kernels;
      for (int b = 0; b < kernels; b++) {
        float error = factors[b] * Math.signum(projection[one + b] - projection[other + b]);
        projectionError[one + b] -= error;
        projectionError[other + b] += error;
      }
    }
  }
}
