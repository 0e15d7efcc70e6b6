package latentlab.ui.latent;

import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;

/** Makes images from points of a latent space, elsewhere. */
@FunctionalInterface
interface Decoder {

  /**
   * Asks for the images at some points.
   *
   * @param codes [count, latentSize]
   * @return completed by any thread with [count, height, width, channels], or with what went wrong
   */
  CompletableFuture<ImageBatch> decode(LatentCodes codes);
}
