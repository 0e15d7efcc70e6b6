package latentlab.training;

import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;

/**
 * Reads batch after batch into one array. A batch is good until the next one is read, so it must
 * not leave the training thread.
 */
final class BatchReader {

  private final ImageSet images;
  private float[] pixels = new float[0];
  private int[] labels = new int[0];

  BatchReader(ImageSet images) {
    this.images = images;
  }

  /**
   * Some images in the order asked for.
   *
   * @param order indices of images
   * @param from where in the order the batch starts
   * @param to where it ends, exclusive
   */
  ImageBatch read(int[] order, int from, int to) {
    int count = to - from;
    int size = images.shape().size();
    if (pixels.length != count * size) {
      pixels = new float[Math.multiplyExact(count, size)];
      labels = new int[images.isLabelled() ? count : 0];
    }
    for (int i = 0; i < count; i++) {
      images.copyImage(order[from + i], pixels, i * size);
      if (labels.length > 0) {
        labels[i] = images.label(order[from + i]);
      }
    }
    return new ImageBatch(images.shape(), count, pixels, labels);
  }
}
