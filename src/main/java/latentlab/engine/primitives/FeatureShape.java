package latentlab.engine.primitives;

/**
 * The shape of one example inside a network: an image of channels, or a vector, which is an image
 * of one pixel. In memory the channels of a pixel are neighbours, then come pixels of a row, then
 * rows (nhwc), so that a batch is a [rows, {@link #size()}] matrix and reshaping costs nothing.
 *
 * @param height in pixels, at least 1
 * @param width in pixels, at least 1
 * @param channels values for each pixel, at least 1
 */
public record FeatureShape(int height, int width, int channels) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is below 1, or if there are too many values to address
   */
  public FeatureShape {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          String.format("%d x %d x %d is no shape", height, width, channels));
    }
    if ((long) height * width * channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format("%d x %d x %d is too large", height, width, channels));
    }
  }

  /**
   * A shape without space.
   *
   * @param size the number of values
   * @return 1 x 1 x size
   */
  public static FeatureShape vector(int size) {
    return new FeatureShape(1, 1, size);
  }

  /**
   * The number of values.
   *
   * @return height * width * channels
   */
  public int size() {
    return height * width * channels;
  }

  /**
   * The number of pixels.
   *
   * @return height * width
   */
  public int pixels() {
    return height * width;
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
