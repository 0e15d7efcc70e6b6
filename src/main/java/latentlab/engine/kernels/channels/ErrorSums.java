package latentlab.engine.kernels.channels;

import java.util.Arrays;

/**
 * Sums of errors, and of errors times x - center, for each channel over many blocks: in floats for
 * each lane of some blocks, then in double precision. Has scratch memory: one thread at a time.
 */
public final class ErrorSums {

  /** A float takes about as many numbers without losing more than its last two bits. */
  private static final int BLOCKS_IN_FLOATS = 64;

  private final ChannelBlocks blocks;
  private final float[] sums;
  private final float[] products;
  private final double[] allSums;
  private final double[] allProducts;
  private int pending;

  /**
   * Sums nothing yet.
   *
   * @param blocks how pixels come
   */
  public ErrorSums(ChannelBlocks blocks) {
    this.blocks = blocks;
    sums = blocks.lanes();
    products = blocks.lanes();
    allSums = new double[blocks.channels()];
    allProducts = new double[blocks.channels()];
  }

  /** Forgets all errors. */
  public void clear() {
    Arrays.fill(allSums, 0);
    Arrays.fill(allProducts, 0);
    Arrays.fill(sums, 0f);
    Arrays.fill(products, 0f);
    pending = 0;
  }

  /**
   * Takes a block in.
   *
   * @param errors dL/d(output)
   * @param x a block of the input
   * @param center for each lane
   * @param length how many lanes
   */
  public void add(float[] errors, float[] x, float[] center, int length) {
    LaneLoops.addErrors(errors, x, center, sums, products, length);
    pending++;
    if (pending == BLOCKS_IN_FLOATS) {
      flush();
    }
  }

  private void flush() {
    blocks.fold(sums);
    blocks.fold(products);
    for (int c = 0; c < allSums.length; c++) {
      allSums[c] += sums[c];
      allProducts[c] += products[c];
    }
    Arrays.fill(sums, 0f);
    Arrays.fill(products, 0f);
    pending = 0;
  }

  /**
   * The sums of the errors.
   *
   * @return for each channel, overwritten later
   */
  public double[] sums() {
    if (pending > 0) {
      flush();
    }
    return allSums;
  }

  /**
   * The sums of the products.
   *
   * @return for each channel, overwritten later
   */
  public double[] products() {
    if (pending > 0) {
      flush();
    }
    return allProducts;
  }
}
