package latentlab.models.denoising;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/**
 * Images with the noise of one step. The array is not copied; who reads it leaves it unchanged.
 *
 * @param shape of each image
 * @param t the step, from 1 to T
 * @param values [count, values] x_t
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
public record NoisyImages(ImageShape shape, int t, float[] values) {

  /**
   * Checks that there are whole images.
   *
   * @throws IllegalArgumentException if there are not
   */
  public NoisyImages {
    if (values.length == 0 || values.length % shape.size() != 0) {
      throw new IllegalArgumentException(values.length + " values are no images of " + shape);
    }
  }

  /**
   * How many images.
   *
   * @return at least 1
   */
  public int count() {
    return values.length / shape.size();
  }

  /**
   * As pictures: -1 is black, 1 white, what lies beyond is cut off.
   *
   * @return [count, height, width, channels], 0 to 1
   */
  public ImageBatch pictures() {
    return PixelRange.pictures(shape, values, new int[0]);
  }
}
