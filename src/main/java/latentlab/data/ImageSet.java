package latentlab.data;

import java.util.Arrays;

/**
 * Many images of one size, a byte for each value, with or without class labels. Immutable; any
 * thread may read it.
 */
public final class ImageSet {

  /** Byte values as floats from 0 to 1: a table is faster than a conversion and a division. */
  private static final float[] UNIT = unitValues();

  private final ImageShape shape;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * Takes over the arrays, which must not be changed afterwards.
   *
   * @param shape the size of each image
   * @param pixels [n, height, width, channels], unsigned, 0 (black) to 255 (white)
   * @param labels [n] class numbers, unsigned, or an empty array where there are none
   * @throws IllegalArgumentException if the sizes do not fit each other
   */
  @SuppressWarnings("ArrayIsStoredDirectly")
  public ImageSet(ImageShape shape, byte[] pixels, byte[] labels) {
    if (pixels.length % shape.size() != 0
        || (labels.length != 0 && labels.length != pixels.length / shape.size())) {
      throw new IllegalArgumentException(
          pixels.length + " pixels and " + labels.length + " labels are no images of " + shape);
    }
    this.shape = shape;
    this.pixels = pixels;
    this.labels = labels;
  }

  /**
   * The size of each image.
   *
   * @return height, width and channels
   */
  public ImageShape shape() {
    return shape;
  }

  /**
   * How many images there are.
   *
   * @return 0 or more
   */
  public int size() {
    return pixels.length / shape.size();
  }

  /**
   * Whether each image has a class.
   *
   * @return true if labels are known
   */
  public boolean isLabelled() {
    return labels.length > 0;
  }

  /**
   * The class of an image.
   *
   * @param index from 0 to {@code size() - 1}
   * @return the class number, 0 to 255
   * @throws IndexOutOfBoundsException if there is no such image, or there are no labels
   */
  public int label(int index) {
    return Byte.toUnsignedInt(labels[index]);
  }

  /**
   * The bytes of one image.
   *
   * @param index from 0 to {@code size() - 1}
   * @return a copy, [height, width, channels], unsigned
   */
  public byte[] imageBytes(int index) {
    return Arrays.copyOfRange(pixels, index * shape.size(), (index + 1) * shape.size());
  }

  /**
   * Copies one image as floats.
   *
   * @param index from 0 to {@code size() - 1}
   * @param target receives height * width * channels values from 0 to 1
   * @param offset where in the target they start
   */
  public void copyImage(int index, float[] target, int offset) {
    int size = shape.size();
    int start = index * size;
    for (int i = 0; i < size; i++) {
      target[offset + i] = UNIT[pixels[start + i] & 0xFF];
    }
  }

  /**
   * Some images, in the order asked for.
   *
   * @param indices which, each from 0 to {@code size() - 1}
   * @return their pixels and, where known, labels
   */
  public ImageBatch batch(int... indices) {
    float[] values = new float[Math.multiplyExact(indices.length, shape.size())];
    int[] classes = new int[isLabelled() ? indices.length : 0];
    for (int i = 0; i < indices.length; i++) {
      copyImage(indices[i], values, i * shape.size());
      if (isLabelled()) {
        classes[i] = label(indices[i]);
      }
    }
    return new ImageBatch(shape, indices.length, values, classes);
  }

  /**
   * Some images as a set of their own.
   *
   * @param indices which, each from 0 to {@code size() - 1}
   * @return a new set, in the order asked for
   */
  public ImageSet select(int... indices) {
    int size = shape.size();
    byte[] chosen = new byte[Math.multiplyExact(indices.length, size)];
    byte[] classes = new byte[isLabelled() ? indices.length : 0];
    for (int i = 0; i < indices.length; i++) {
      System.arraycopy(pixels, indices[i] * size, chosen, i * size, size);
      if (isLabelled()) {
        classes[i] = labels[indices[i]];
      }
    }
    return new ImageSet(shape, chosen, classes);
  }

  /**
   * The same images with classes; the pixels are shared.
   *
   * @param classes [n] class numbers, unsigned, which must not be changed afterwards
   * @return a new set
   * @throws IllegalArgumentException if there are not as many labels as images
   */
  public ImageSet labelled(byte... classes) {
    return new ImageSet(shape, pixels, classes);
  }

  private static float[] unitValues() {
    float[] table = new float[256];
    for (int i = 0; i < table.length; i++) {
      table[i] = i / 255f;
    }
    return table;
  }
}
