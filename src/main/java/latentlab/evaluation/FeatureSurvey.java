package latentlab.evaluation;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.ImageClassifier.Features;

/** What is kept of images and their features, gathered batch by batch. */
final class FeatureSurvey {

  private final int rows;
  private final FeatureGaussian gaussian = new FeatureGaussian();
  private final Sharpness sharpness = new Sharpness();
  private float[] first = new float[0];
  private int size = 1;
  private int filled;

  /**
   * An empty survey.
   *
   * @param rows how many rows of features are kept as they are, the first ones
   */
  FeatureSurvey(int rows) {
    this.rows = rows;
  }

  /** Takes some images in. */
  void add(ImageBatch images, Features features) {
    gaussian.add(features);
    sharpness.add(images);
    if (filled == 0) {
      size = features.size();
      first = new float[Math.multiplyExact(rows, size)];
    }
    int count = Math.min(rows - filled, features.count());
    System.arraycopy(features.values(), 0, first, filled * size, count * size);
    filled += count;
  }

  /** The Gaussian of all features. */
  FeatureGaussian gaussian() {
    return gaussian;
  }

  /** The first rows, as many as were asked for or were there. */
  Features features() {
    return new Features(filled, size, Arrays.copyOf(first, filled * size));
  }

  /** The mean sharpness of all images. */
  double sharpness() {
    return sharpness.mean();
  }
}
