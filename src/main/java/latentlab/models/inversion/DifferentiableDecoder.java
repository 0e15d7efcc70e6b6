package latentlab.models.inversion;

import latentlab.data.ImageShape;

/** Images from codes, and the way back for errors. Owned by the thread that owns the model. */
public interface DifferentiableDecoder {

  /**
   * The number of latent dimensions.
   *
   * @return at least 1
   */
  int latentSize();

  /**
   * The size of an image.
   *
   * @return height, width and channels
   */
  ImageShape shape();

  /**
   * Decodes some codes, each of them on its own.
   *
   * @param codes [at least rows, latentSize]
   * @param rows how many, at least 1
   * @param pixels receives [rows, height, width, channels], 0 to 1
   */
  void decode(float[] codes, int rows, float[] pixels);

  /**
   * Goes back through the images that were decoded last.
   *
   * @param pixelErrors [rows, height, width, channels] dL/d(pixels)
   * @param rows as many as were decoded
   * @param codeErrors receives [rows, latentSize] dL/d(codes)
   */
  void goBack(float[] pixelErrors, int rows, float[] codeErrors);
}
