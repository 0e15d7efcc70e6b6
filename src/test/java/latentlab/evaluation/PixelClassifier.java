package latentlab.evaluation;

import latentlab.data.ImageBatch;
import latentlab.models.ImageClassifier;

/**
 * Two classes: dark and light. An image's first pixel is the probability of light; its features are
 * its first two pixels.
 */
final class PixelClassifier extends SilentModel implements ImageClassifier {

  @Override
  public Features probabilities(ImageBatch images) {
    float[] values = new float[2 * images.count()];
    for (int i = 0; i < images.count(); i++) {
      values[2 * i + 1] = images.image(i)[0];
      values[2 * i] = 1 - values[2 * i + 1];
    }
    return new Features(images.count(), 2, values);
  }

  @Override
  public Features features(ImageBatch images) {
    float[] values = new float[2 * images.count()];
    for (int i = 0; i < images.count(); i++) {
      System.arraycopy(images.image(i), 0, values, 2 * i, 2);
    }
    return new Features(images.count(), 2, values);
  }

  @Override
  public double featureDistance(
      ImageBatch images, ImageBatch originals, float scale, float[] gradient) {
    throw new UnsupportedOperationException("nobody learns here");
  }
}
