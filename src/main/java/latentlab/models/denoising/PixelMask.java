package latentlab.models.denoising;

import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;

/**
 * Which pixels of an image are known. The array is not copied; who reads it leaves it unchanged.
 *
 * @param height rows
 * @param width columns
 * @param known [height, width]
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
public record PixelMask(int height, int width, boolean[] known) {

  /**
   * Checks the number of pixels.
   *
   * @throws InvalidInputException if it is another one
   */
  public PixelMask {
    if (height < 1 || width < 1 || known.length != (long) height * width) {
      throw new InvalidInputException(
          String.format("a mask of %dx%d does not have %d pixels", height, width, known.length));
    }
  }

  void check(ImageShape shape) {
    if (height != shape.height() || width != shape.width()) {
      throw new InvalidInputException(
          String.format("the mask is %dx%d; the images are %s", height, width, shape));
    }
  }
}
