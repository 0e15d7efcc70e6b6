package latentlab.models.cyclegan;

import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.networks.SignedPixels;

/**
 * Equally many images of both classes.
 *
 * @param first [rows, pixels] of class 0, -1 to 1
 * @param second [rows, pixels] of class 1, -1 to 1
 * @param rows how many of each; 0 if there is none of one class
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too big to be copied.
record DomainBatch(float[] first, float[] second, int rows) {

  /**
   * Sorts a batch: half of its size, rounded up, of each class, in order. A class with fewer images
   * begins anew, one with more leaves the last ones out; so all batches of one size take the same
   * memory in the networks.
   *
   * @throws InvalidInputException if an image has no label or another one than 0 and 1
   */
  static DomainBatch of(ImageBatch batch) {
    int[] counts = counts(batch);
    int rows = counts[0] == 0 || counts[1] == 0 ? 0 : (batch.count() + 1) / 2;
    return new DomainBatch(chosen(batch, 0, rows), chosen(batch, 1, rows), rows);
  }

  private static int[] counts(ImageBatch batch) {
    if (batch.labels().length != batch.count()) {
      throw new InvalidInputException(
          "a CycleGAN needs the class of each image; these images have none");
    }
    int[] counts = new int[2];
    for (int label : batch.labels()) {
      if (label < 0 || label > 1) {
        throw new InvalidInputException(
            "a CycleGAN has the classes 0 and 1; an image has label " + label);
      }
      counts[label]++;
    }
    return counts;
  }

  private static float[] chosen(ImageBatch batch, int label, int rows) {
    int size = batch.shape().size();
    float[] pixels = new float[rows * size];
    int row = 0;
    while (row < rows) {
      for (int i = 0; i < batch.count() && row < rows; i++) {
        if (batch.labels()[i] == label) {
          SignedPixels.toSigned(batch.pixels(), i * size, pixels, row * size, size);
          row++;
        }
      }
    }
    return pixels;
  }
}
