package latentlab.cli;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** Works on many images part by part, so that memory stays small and the user sees progress. */
final class ImageParts {

  /** Large enough that a model works at full speed, small enough that a part takes a moment. */
  private static final int PART = 250;

  private ImageParts() {}

  /**
   * The first images of a set.
   *
   * @param images the set
   * @param count how many, at most as many as there are
   * @return a batch of them
   */
  static ImageBatch first(ImageSet images, int count) {
    return images.batch(IntStream.range(0, count).toArray());
  }

  /**
   * The first images of a batch.
   *
   * @param images the batch
   * @param count how many, at most as many as there are
   * @return a copy of them, without labels
   */
  static ImageBatch firstOf(ImageBatch images, int count) {
    return ImageBatch.unlabelled(
        images.shape(), Arrays.copyOf(images.pixels(), count * images.shape().size()));
  }

  /**
   * Passes each part of some images through a function.
   *
   * @param images any number of images
   * @param function makes as many images out of some
   * @param progress told how many are done
   * @param what what is done to them, for the user
   * @param cancellation asked between two parts
   * @return the results in the order of the images
   */
  static ImageBatch map(
      ImageBatch images,
      UnaryOperator<ImageBatch> function,
      Progress progress,
      String what,
      Cancellation cancellation) {
    int parts = count(images);
    ImageBatch[] results = new ImageBatch[parts];
    for (int part = 0; part < parts; part++) {
      cancellation.throwIfRequested();
      results[part] = function.apply(part(images, part));
      progress.report(Math.min((part + 1L) * PART, images.count()), images.count(), what);
    }
    return join(results);
  }

  /**
   * One part of some images.
   *
   * @param images any number of images
   * @param part which, from 0 to {@code count(images) - 1}
   * @return the images of that part, with their labels
   */
  static ImageBatch part(ImageBatch images, int part) {
    int size = images.shape().size();
    int end = Math.min((part + 1) * PART, images.count());
    float[] pixels = Arrays.copyOfRange(images.pixels(), part * PART * size, end * size);
    int[] labels =
        images.labels().length == 0
            ? images.labels()
            : Arrays.copyOfRange(images.labels(), part * PART, end);
    return new ImageBatch(images.shape(), end - part * PART, pixels, labels);
  }

  /**
   * How many parts some images make.
   *
   * @param images any number of images
   * @return 0 or more
   */
  static int count(ImageBatch images) {
    return (images.count() + PART - 1) / PART;
  }

  /**
   * Images of one shape, one batch behind the other.
   *
   * @param batches at least one
   * @return all of them, without labels
   */
  static ImageBatch join(ImageBatch... batches) {
    return ImageBatch.join(batches);
  }
}
