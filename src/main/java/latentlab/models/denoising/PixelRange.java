package latentlab.models.denoising;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/** Pixels are 0 to 1 outside of a diffusion and -1 to 1 inside. */
public final class PixelRange {

  private PixelRange() {}

  /**
   * The pixels as a diffusion takes them.
   *
   * @param images 0 to 1
   * @return [count, values], -1 to 1, a new array
   */
  public static float[] centred(ImageBatch images) {
    float[] values = new float[images.pixels().length];
    for (int i = 0; i < values.length; i++) {
      values[i] = 2 * images.pixels()[i] - 1;
    }
    return values;
  }

  /**
   * Pictures of what is in a diffusion.
   *
   * @param shape of an image
   * @param values [count, values]; what is not from -1 to 1 is cut off
   * @param labels [count] or empty
   * @return 0 to 1
   */
  static ImageBatch pictures(ImageShape shape, float[] values, int[] labels) {
    float[] pixels = new float[values.length];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = Math.min(1f, Math.max(0f, 0.5f * (values[i] + 1)));
    }
    return new ImageBatch(shape, pixels.length / shape.size(), pixels, labels);
  }
}
