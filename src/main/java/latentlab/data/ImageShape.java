package latentlab.data;

/**
 * The size of one image.
 *
 * @param height rows, at least 1
 * @param width columns, at least 1
 * @param channels 1 for grey, 3 for red-green-blue
 */
public record ImageShape(int height, int width, int channels) {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is below 1, or if an image would have over 2^24 values
   */
  public ImageShape {
    if (height < 1 || width < 1 || channels < 1 || (long) height * width * channels > 1 << 24) {
      throw new IllegalArgumentException(
          "an image of " + height + "x" + width + "x" + channels + " is not supported");
    }
  }

  /**
   * Values in one image.
   *
   * @return height * width * channels
   */
  public int size() {
    return height * width * channels;
  }

  @Override
  public String toString() {
    return height + "x" + width + "x" + channels;
  }
}
