package latentlab.ui.latent.points;

import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;

/** Makes codes from images, elsewhere. Any thread may ask. */
@FunctionalInterface
public interface ImageEncoder {

  /**
   * Asks for the codes of some images.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @return completed by any thread with [count, latentSize], or with what went wrong
   */
  CompletableFuture<LatentCodes> encode(ImageBatch images);
}
