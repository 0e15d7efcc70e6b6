package latentlab.engine.layers.merge;

import java.util.Arrays;
import latentlab.engine.primitives.FeatureShape;

/**
 * A value for each channel, repeated for a block of pixels, so that loops over a block are long and
 * simple enough to be vectorised, however few the channels. One thread at a time.
 */
final class ChannelTile {

  /** How many floats a block should have: a few such blocks fit the first-level cache. */
  private static final int BLOCK = 2048;

  private final float[] values;
  private final int channels;

  /**
   * All zero.
   *
   * @param image whose pixels are done in blocks
   */
  ChannelTile(FeatureShape image) {
    channels = image.channels();
    values = new float[blockSize(image)];
  }

  /** The number of floats in a block of whole pixels; the last block of an image may be smaller. */
  static int blockSize(FeatureShape image) {
    return Math.min(image.pixels(), Math.max(1, BLOCK / image.channels())) * image.channels();
  }

  /** The values, pixel after pixel; live memory. */
  float[] values() {
    return values;
  }

  /** Takes a value for each channel. */
  void repeat(float[] source, int from) {
    System.arraycopy(source, from, values, 0, channels);
    int filled = channels;
    while (filled < values.length) {
      int more = Math.min(filled, values.length - filled);
      System.arraycopy(values, 0, values, filled, more);
      filled += more;
    }
  }

  /** Sets all to zero. */
  void clear() {
    Arrays.fill(values, 0f);
  }

  /** Gives the sum over pixels for each channel. */
  void sum(float[] target, int at) {
    System.arraycopy(values, 0, target, at, channels);
    for (int pixel = channels; pixel < values.length; pixel += channels) {
      for (int c = 0; c < channels; c++) {
        target[at + c] += values[pixel + c];
      }
    }
  }
}
