package latentlab.engine.kernels.channels;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * Mean and squared deviations of each channel over a run of pixels, read once.
 *
 * <p>Deviations are taken from the means of the first block of a stretch, so that a large mean
 * cancels nothing, and summed in floats for each lane of a block; stretches are united in double
 * precision (Chan, Golub and LeVeque 1983, equation 2.1). Has scratch memory: one thread at a time.
 */
public final class ChannelMoments {

  /** A float takes about as many numbers without losing more than its last two bits. */
  private static final int BLOCKS_IN_A_STRETCH = 64;

  private final ChannelBlocks blocks;
  private final float[] block;
  private final float[] pivot;
  private final float[] sums;
  private final float[] squares;
  private final double[] means;
  private final double[] deviations;
  private long count;

  /**
   * Over no pixels yet.
   *
   * @param blocks how pixels are cut
   */
  public ChannelMoments(ChannelBlocks blocks) {
    this.blocks = blocks;
    this.block = blocks.lanes();
    this.pivot = blocks.lanes();
    this.sums = blocks.lanes();
    this.squares = blocks.lanes();
    this.means = new double[blocks.channels()];
    this.deviations = new double[blocks.channels()];
  }

  /** Forgets all pixels. */
  public void clear() {
    Arrays.fill(means, 0);
    Arrays.fill(deviations, 0);
    count = 0;
  }

  /**
   * Takes pixels in.
   *
   * @param values nhwc
   * @param from the first channel of the first pixel
   * @param to after the last channel of the last pixel
   */
  public void add(FloatBuffer values, int from, int to) {
    int stretch = BLOCKS_IN_A_STRETCH * block.length;
    for (int i = from; i < to; i += stretch) {
      addStretch(values, i, Math.min(to, i + stretch));
    }
  }

  private void addStretch(FloatBuffer values, int from, int to) {
    findPivot(values, from, Math.min(block.length, to - from));
    Arrays.fill(sums, 0f);
    Arrays.fill(squares, 0f);
    for (int i = from; i < to; i += block.length) {
      int length = Math.min(block.length, to - i);
      values.get(i, block, 0, length);
      LaneLoops.addMoments(block, pivot, sums, squares, length);
    }
    blocks.fold(sums);
    blocks.fold(squares);
    unite((to - from) / blocks.channels());
  }

  private void findPivot(FloatBuffer values, int from, int length) {
    Arrays.fill(pivot, 0f);
    values.get(from, pivot, 0, length);
    blocks.fold(pivot);
    float weight = (float) blocks.channels() / length;
    for (int c = 0; c < blocks.channels(); c++) {
      pivot[c] *= weight;
    }
    blocks.spread(pivot);
  }

  private void unite(int added) {
    long all = count + added;
    double share = (double) added / all;
    for (int c = 0; c < means.length; c++) {
      double offset = sums[c] / (double) added;
      double distance = pivot[c] + offset - means[c];
      means[c] += distance * share;
      deviations[c] += squares[c] - sums[c] * offset + distance * distance * share * count;
    }
    count = all;
  }

  /**
   * Takes in what another has taken in.
   *
   * @param other over the same channels
   */
  public void add(ChannelMoments other) {
    if (other.count == 0) {
      return;
    }
    long all = count + other.count;
    double share = (double) other.count / all;
    for (int c = 0; c < means.length; c++) {
      double distance = other.means[c] - means[c];
      means[c] += distance * share;
      deviations[c] += other.deviations[c] + distance * distance * share * count;
    }
    count = all;
  }

  /**
   * The mean of some neighbouring channels together.
   *
   * @param from the first channel
   * @param to the channel after the last
   * @return over all pixels
   */
  public double mean(int from, int to) {
    double sum = 0;
    for (int c = from; c < to; c++) {
      sum += means[c];
    }
    return sum / (to - from);
  }

  /**
   * The variance of some neighbouring channels together.
   *
   * @param from the first channel
   * @param to the channel after the last
   * @return the mean square of the distance from {@link #mean}
   */
  public double variance(int from, int to) {
    double mean = mean(from, to);
    double sum = 0;
    for (int c = from; c < to; c++) {
      double distance = means[c] - mean;
      sum += deviations[c] + distance * distance * count;
    }
    return Math.max(0, sum / ((double) count * (to - from)));
  }
}
