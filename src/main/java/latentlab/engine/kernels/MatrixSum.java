package latentlab.engine.kernels;

import java.nio.FloatBuffer;

/**
 * Sums of matrices of equal size, split over cores. A Java loop over blocks: OpenBLAS wakes its
 * threads for each call, which takes longer than to add the few thousand values of a small layer.
 * Holds scratch memory; one thread at a time may call.
 */
public final class MatrixSum {

  private static final int BLOCK = 2048;

  private final Workers workers;
  private final float[][] sums;
  private final float[][] addends;

  /**
   * Makes the scratch memory.
   *
   * @param workers among whom large matrices are split
   */
  public MatrixSum(Workers workers) {
    this.workers = workers;
    this.sums = new float[workers.parts()][BLOCK];
    this.addends = new float[workers.parts()][BLOCK];
  }

  /**
   * A = A + B.
   *
   * @param a changed
   * @param b with as many elements
   * @throws IllegalArgumentException if the sizes differ
   */
  public void add(Matrix a, Matrix b) {
    add(a, b, a);
  }

  /**
   * C = A + B.
   *
   * @param a read
   * @param b read
   * @param c overwritten; may be A
   * @throws IllegalArgumentException if the sizes differ
   */
  public void add(Matrix a, Matrix b, Matrix c) {
    int length = elements(a);
    if (length != elements(b) || length != elements(c)) {
      throw new IllegalArgumentException(
          String.format(
              "matrices [%d, %d], [%d, %d] and [%d, %d] differ in size",
              a.rows(), a.columns(), b.rows(), b.columns(), c.rows(), c.columns()));
    }
    int blocks = (length + BLOCK - 1) / BLOCK;
    workers.run(
        blocks,
        BLOCK,
        (part, from, to) -> {
          for (int block = from; block < to; block++) {
            int start = block * BLOCK;
            addBlock(part, a.buffer(), b.buffer(), c.buffer(), start, length - start);
          }
        });
  }

  private void addBlock(
      int part, FloatBuffer a, FloatBuffer b, FloatBuffer c, int start, int left) {
    int count = Math.min(BLOCK, left);
    float[] sum = sums[part];
    float[] addend = addends[part];
    a.get(start, sum, 0, count);
    b.get(start, addend, 0, count);
    for (int i = 0; i < BLOCK; i++) {
      sum[i] += addend[i];
    }
    c.put(start, sum, 0, count);
  }

  private static int elements(Matrix matrix) {
    return matrix.rows() * matrix.columns();
  }
}
