package latentlab.engine.kernels.channels;

/**
 * How pixels are cut into blocks: the channels of one pixel after those of another, as many pixels
 * as make a loop worth vectorising and still fit the first-level cache together with what is
 * multiplied and added. A value for each channel becomes one for each lane of such a block.
 *
 * @param channels of a pixel
 * @param length of a block: channels times a power of two
 */
public record ChannelBlocks(int channels, int length) {

  private static final int LONGEST = 512;

  /** With fewer blocks in a run, the work for each lane would weigh more than the run. */
  private static final int BLOCKS_IN_A_RUN = 4;

  /**
   * Blocks for runs of pixels.
   *
   * @param channels of a pixel
   * @param run how many values are treated alike
   * @return blocks of one pixel or more
   */
  public static ChannelBlocks of(int channels, long run) {
    long longest = Math.min(LONGEST, run / BLOCKS_IN_A_RUN);
    int length = channels;
    while (2L * length <= longest) {
      length *= 2;
    }
    return new ChannelBlocks(channels, length);
  }

  /**
   * New memory.
   *
   * @return a zero for each lane
   */
  public float[] lanes() {
    return new float[length];
  }

  /**
   * Repeats what the first lanes hold for each channel.
   *
   * @param lanes [length], changed after the first channels
   */
  public void spread(float[] lanes) {
    for (int filled = channels; filled < length; filled *= 2) {
      System.arraycopy(lanes, 0, lanes, filled, filled);
    }
  }

  /**
   * Adds the lanes up.
   *
   * @param lanes [length]; the first ones become the sum for each channel, the others change
   */
  public void fold(float[] lanes) {
    for (int half = length / 2; half >= channels; half /= 2) {
      LaneLoops.addUpperHalf(lanes, half);
    }
  }
}
