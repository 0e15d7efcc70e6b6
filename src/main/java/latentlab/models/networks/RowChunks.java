package latentlab.models.networks;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.LatentCodes;

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

  /** What a network makes of some rows. */
  @FunctionalInterface
  public interface Filling {

    /**
     * Fills a part of the result.
     *
     * @param from the first row
     * @param rows how many, from 1 to {@link #ROWS}
     * @param target the whole result, row-major
     * @param offset where in the target the first row starts
     */
    void fill(int from, int rows, float[] target, int offset);
  }

  /**
   * Encodes images part by part.
   *
   * @param images [count, height, width, channels]
   * @param expected the size that the model takes
   * @param latentSize the number of latent dimensions
   * @param encoder fills in the codes of a part
   * @return [count, latentSize]
   * @throws IllegalArgumentException if the images have another size
   */
  public static LatentCodes encode(
      ImageBatch images, ImageShape expected, int latentSize, Filling encoder) {
    checkShape(images, expected);
    return new LatentCodes(images.count(), latentSize, filled(images.count(), latentSize, encoder));
  }

  /**
   * Decodes codes part by part.
   *
   * @param codes [count, latentSize]
   * @param latentSize the model's number of latent dimensions
   * @param shape of the images
   * @param decoder fills in the pixels of a part
   * @return [count, height, width, channels], unlabelled
   * @throws IllegalArgumentException if the codes have another number of dimensions
   */
  public static ImageBatch decode(
      LatentCodes codes, int latentSize, ImageShape shape, Filling decoder) {
    codes.checkSize(latentSize);
    return ImageBatch.unlabelled(shape, filled(codes.count(), shape.size(), decoder));
  }

  private static float[] filled(int count, int size, Filling part) {
    float[] result = new float[Math.multiplyExact(count, size)];
    forEach(count, (from, rows) -> part.fill(from, rows, result, from * size));
    return result;
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
