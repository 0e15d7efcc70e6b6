package latentlab.ui.latent.points;

import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.models.LatentCodes;

/** Makes images from the codes of points, elsewhere. */
@FunctionalInterface
public interface PointDecoder {

  /**
   * Asks for the image of a code.
   *
   * @param code [1, latentSize]
   * @param label the class of the image that was encoded, for models that are told it
   * @return completed by any thread with [1, height, width, channels], or with what went wrong
   */
  CompletableFuture<ImageBatch> decode(LatentCodes code, int label);
}
