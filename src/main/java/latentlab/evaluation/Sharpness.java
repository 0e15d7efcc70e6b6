package latentlab.evaluation;

import latentlab.data.ImageBatch;

/** {@link Metrics#SHARPNESS}: the variance of the Laplacian, gathered batch by batch. */
final class Sharpness {

  private double sum;
  private long images;

  /** Takes some images in. */
  void add(ImageBatch batch) {
    for (int i = 0; i < batch.count(); i++) {
      sum += variance(batch, i);
    }
    images += batch.count();
  }

  /** The mean over all images taken in, of which there must be one. */
  double mean() {
    return sum / images;
  }

  /** Of one image; 0 if it has no pixel with four neighbours. */
  private static double variance(ImageBatch batch, int index) {
    int height = batch.shape().height();
    int line = batch.shape().width() * batch.shape().channels();
    int channels = batch.shape().channels();
    float[] p = batch.pixels();
    double total = 0;
    double squares = 0;
    long count = 0;
    for (int y = 1; y < height - 1; y++) {
      int start = index * batch.shape().size() + y * line;
      for (int i = start + channels; i < start + line - channels; i++) {
        double laplacian =
            (double) p[i - line] + p[i + line] + p[i - channels] + p[i + channels] - 4.0 * p[i];
        total += laplacian;
        squares += laplacian * laplacian;
        count++;
      }
    }
    return count == 0 ? 0 : Math.max(0, squares / count - (total / count) * (total / count));
  }
}
