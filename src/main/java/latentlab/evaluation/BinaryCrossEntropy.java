package latentlab.evaluation;

import latentlab.data.ImageBatch;

/** {@link Metrics#RECONSTRUCTION_CROSS_ENTROPY}, in double precision, gathered batch by batch. */
final class BinaryCrossEntropy {

  /** How far from 0 and 1 a reconstructed pixel is kept, where the logarithm has no bound. */
  static final double MARGIN = 1e-6;

  private double sum;
  private long images;

  /** Takes some images in, of which there are as many on both sides. */
  void add(ImageBatch reconstructions, ImageBatch originals) {
    float[] actual = reconstructions.pixels();
    float[] expected = originals.pixels();
    for (int i = 0; i < expected.length; i++) {
      double y = Math.min(1 - MARGIN, Math.max(MARGIN, actual[i]));
      double x = expected[i];
      sum -= x * Math.log(y) + (1 - x) * Math.log(1 - y);
    }
    images += originals.count();
  }

  /** The mean over all images taken in, of which there must be one; in nats per image. */
  double mean() {
    return sum / images;
  }
}
