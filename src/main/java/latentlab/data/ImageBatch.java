package latentlab.data;

import java.util.Arrays;

/**
 * Some images as a model takes and gives them. The pixels are not copied: who makes a batch gives
 * the array away, who reads one leaves it unchanged. Any thread may read it.
 *
 * @param shape the size of each image
 * @param count how many images
 * @param pixels [count, height, width, channels], 0 (black) to 1 (white)
 * @param labels [count] class numbers, or an empty array where there are none
 */
@SuppressWarnings("ArrayRecordComponent") // Images are large; batches are never compared.
public record ImageBatch(ImageShape shape, int count, float[] pixels, int[] labels) {

  /**
   * Checks that the arrays have the sizes that the shape and count ask for.
   *
   * @throws IllegalArgumentException if they do not
   */
  public ImageBatch {
    if ((long) count * shape.size() != pixels.length
        || (labels.length != 0 && labels.length != count)) {
      throw new IllegalArgumentException(
          String.format(
              "%d images of %s need %d pixels and %d labels or none; there are %d and %d",
              count, shape, (long) count * shape.size(), count, pixels.length, labels.length));
    }
  }

  /**
   * Images without labels.
   *
   * @param shape the size of each image
   * @param pixels [n, height, width, channels], 0 to 1
   * @return a batch of as many images as the pixels make up
   */
  public static ImageBatch unlabelled(ImageShape shape, float[] pixels) {
    return new ImageBatch(shape, pixels.length / shape.size(), pixels, new int[0]);
  }

  /**
   * One image out of the batch.
   *
   * @param index from 0 to {@code count - 1}
   * @return a copy of its pixels, [height, width, channels]
   */
  public float[] image(int index) {
    int size = shape.size();
    return Arrays.copyOfRange(pixels, index * size, (index + 1) * size);
  }

  /**
   * Images of one shape, one batch behind the other.
   *
   * @param batches at least one
   * @return all of them, without labels
   */
  public static ImageBatch join(ImageBatch... batches) {
    int length = Arrays.stream(batches).mapToInt(batch -> batch.pixels.length).sum();
    float[] pixels = new float[length];
    int offset = 0;
    for (ImageBatch batch : batches) {
      System.arraycopy(batch.pixels, 0, pixels, offset, batch.pixels.length);
      offset += batch.pixels.length;
    }
    return unlabelled(batches[0].shape, pixels);
  }
}
