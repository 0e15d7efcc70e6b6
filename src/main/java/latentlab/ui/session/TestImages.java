package latentlab.ui.session;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.random.Seed;

/**
 * Finds images that models have not learnt from, in the data on this machine. Any thread may ask;
 * nobody waits.
 */
@FunctionalInterface
public interface TestImages {

  /** As many images as {@link #examples} gives at most. */
  int MOST_EXAMPLES = 1_000;

  /**
   * Opens the test images of a data set, or synthetic digits of the same size where it is not on
   * this machine or has none of this size.
   *
   * @param shape the size of each image
   * @param dataset the name of the data set
   * @param seed that of the training, which decides what is held out where the data set has no test
   *     part
   * @return at least one image. It fails with {@link latentlab.failure.UserException} where there
   *     are no images of this size.
   */
  CompletableFuture<Opened> open(ImageShape shape, String dataset, Seed seed);

  /**
   * The first test images of a data set, to try any model on, whatever seed that was trained with.
   *
   * @param shape the size of each image
   * @param dataset the name of the data set
   * @return up to {@value #MOST_EXAMPLES} images, at least one, in the order of the data set, with
   *     labels if it has them. It fails as {@link #open} does.
   */
  default CompletableFuture<ImageBatch> examples(ImageShape shape, String dataset) {
    return open(shape, dataset, new Seed(1)).thenApply(opened -> opened.first(MOST_EXAMPLES));
  }

  /**
   * Images and where they come from.
   *
   * @param dataset the name of their data set
   * @param images the test images
   * @param classNames the name of each class, in the order of the labels; empty without labels
   * @param named whether it is the data set that was asked for
   */
  record Opened(String dataset, ImageSet images, List<String> classNames, boolean named) {

    /** Copies the class names. */
    public Opened {
      classNames = List.copyOf(classNames);
    }

    /**
     * The images with which the set begins.
     *
     * @param most how many at most
     * @return with labels if the set has them
     */
    public ImageBatch first(int most) {
      return images.batch(IntStream.range(0, Math.min(most, images.size())).toArray());
    }
  }
}
