package latentlab.models.denoising;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;

/**
 * Images of which only a part is known, to be completed (RePaint: Lugmayr et al. 2022).
 *
 * @param images [count, height, width, channels], 0 to 1; what the mask does not say is known is
 *     ignored
 * @param mask which pixels are known, in each of them
 * @param resamplings how often each step is made, from 1: after each time but the last, noise takes
 *     the step back, and known and new pixels grow together
 */
public record Inpainting(ImageBatch images, PixelMask mask, int resamplings) {

  private static final int MOST_RESAMPLINGS = 100;

  /**
   * Checks that the parts fit together.
   *
   * @throws InvalidInputException if the mask has another size than the images, or the resamplings
   *     are not from 1 to 100
   */
  public Inpainting {
    mask.check(images.shape());
    if (resamplings < 1 || resamplings > MOST_RESAMPLINGS) {
      throw new InvalidInputException(
          "resamplings must be from 1 to " + MOST_RESAMPLINGS + ", not " + resamplings);
    }
  }

  /** Writes known values over others, [count, values] both. */
  void putKnown(float[] known, float[] target) {
    ImageShape shape = images.shape();
    int pixels = mask.known().length;
    for (int i = 0; i < images.count() * pixels; i++) {
      if (mask.known()[i % pixels]) {
        System.arraycopy(
            known, i * shape.channels(), target, i * shape.channels(), shape.channels());
      }
    }
  }
}
