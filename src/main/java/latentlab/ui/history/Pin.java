package latentlab.ui.history;

import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.models.origin.ImageOrigin;

/**
 * A picture that was kept.
 *
 * @param images what is seen, at least one image
 * @param columns images side by side, at least 1
 * @param origin how it was made
 */
public record Pin(ImageBatch images, int columns, ImageOrigin origin) {

  /**
   * Images laid out near a square.
   *
   * @param images what is seen, at least one image
   * @param origin how it was made
   */
  public Pin(ImageBatch images, ImageOrigin origin) {
    this(images, ImageFile.nearSquareColumns(images.count()), origin);
  }
}
