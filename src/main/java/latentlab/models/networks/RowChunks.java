package latentlab.models.networks;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/** Cuts big batches into parts, so that the memory of a network stays small. */
public final class RowChunks {

  /** Rows that go through a network at once. */
  public static final int ROWS = 400;

  private RowChunks() {}

  /** What is done with some rows. */
  @FunctionalInterface
  public interface Part {

    /**
     * Does it.
     *
     * @param from the first row
     * @param rows how many, from 1 to {@link #ROWS}
     */
    void run(int from, int rows);
  }

  /**
   * Does something part by part.
   *
   * @param count rows in all
   * @param part is called for each part in turn
   */
  public static void forEach(int count, Part part) {
    for (int from = 0; from < count; from += ROWS) {
      part.run(from, Math.min(ROWS, count - from));
    }
  }

  /**
   * The pixels of some images of a batch.
   *
   * @param images a batch
   * @param from the first
   * @param rows how many
   * @return a copy, [rows, height, width, channels]
   */
  public static float[] pixels(ImageBatch images, int from, int rows) {
    int size = images.shape().size();
    return Arrays.copyOfRange(images.pixels(), from * size, (from + rows) * size);
  }

  /**
   * Checks that images have the size that a model takes.
   *
   * @param images what was given
   * @param expected the model's size
   * @throws IllegalArgumentException if they have another one
   */
  public static void checkShape(ImageBatch images, ImageShape expected) {
    if (!images.shape().equals(expected)) {
      throw new IllegalArgumentException(
          "images are " + images.shape() + "; the model takes " + expected);
    }
  }
}
