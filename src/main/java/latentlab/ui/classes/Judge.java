package latentlab.ui.classes;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;

/** Says what images show. */
@FunctionalInterface
interface Judge {

  /**
   * Judges images.
   *
   * @param dataset the name of the data that they are like
   * @param images [count, height, width, channels], 0 to 1
   * @return one for each image, or none at all if there is no classifier for such images; comes on
   *     another thread
   */
  CompletableFuture<List<Verdict>> judge(String dataset, ImageBatch images);
}
