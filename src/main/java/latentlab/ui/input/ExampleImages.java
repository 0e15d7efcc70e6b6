package latentlab.ui.input;

import java.util.concurrent.CompletableFuture;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/** Test images to try models on. Any thread may call; nobody waits. */
@FunctionalInterface
public interface ExampleImages {

  /** As many images as are given at most. */
  int MOST = 1_000;

  /**
   * The first test images of a data set; synthetic digits of the same shape where it is not on this
   * machine.
   *
   * @param shape the size of each image
   * @param dataset the name of the data set
   * @return up to {@value #MOST} images, at least one, in the order of the data set, with labels if
   *     it has them; the same batch at each call. It fails with {@link
   *     latentlab.failure.UserException} where there are no images of this shape.
   */
  CompletableFuture<ImageBatch> examples(ImageShape shape, String dataset);
}
