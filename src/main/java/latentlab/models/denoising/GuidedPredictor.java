package latentlab.models.denoising;

import java.util.Arrays;

/** The predictions that a request asks for: for its classes, with its guidance and its limits. */
final class GuidedPredictor {

  private final ImagePredictor predictor;
  private final SamplingRequest request;
  private final float[] weights;
  private final boolean usesClass;
  private final boolean usesBoth;

  GuidedPredictor(ImagePredictor predictor, SamplingRequest request) {
    this.predictor = predictor;
    this.request = request;
    this.usesClass = !request.classes().isEmpty() && request.guidance() != 0;
    this.usesBoth = usesClass && request.guidance() != 1;
    int rows = usesBoth ? 2 * request.count() : request.count();
    this.weights = new float[rows * predictor.classes()];
    if (usesClass) {
      for (int i = 0; i < request.count(); i++) {
        request.classes().get(i).addTo(weights, i * predictor.classes());
      }
    }
  }

  /**
   * The predicted clean images.
   *
   * @param noisy [count, values]
   * @param t of all of them
   * @return [count, values], a new array
   */
  float[] predict(float[] noisy, int t) {
    float[] images = usesBoth ? guided(noisy, t) : new float[noisy.length];
    if (!usesBoth) {
      predictor.predict(noisy, request.count(), t, weights, images);
    }
    if (request.clip()) {
      for (int i = 0; i < images.length; i++) {
        images[i] = Math.min(1f, Math.max(-1f, images[i]));
      }
    }
    return images;
  }

  /** Both predictions in one batch: with the classes in its first half, without in its second. */
  private float[] guided(float[] noisy, int t) {
    float[] twice = Arrays.copyOf(noisy, 2 * noisy.length);
    System.arraycopy(noisy, 0, twice, noisy.length, noisy.length);
    float[] both = new float[twice.length];
    predictor.predict(twice, 2 * request.count(), t, weights, both);
    float guidance = (float) request.guidance();
    float[] images = new float[noisy.length];
    for (int i = 0; i < images.length; i++) {
      float without = both[noisy.length + i];
      images[i] = without + guidance * (both[i] - without);
    }
    return images;
  }
}
