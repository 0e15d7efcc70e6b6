package latentlab.models.denoising;

/** Tells which clean image is expected behind a noisy one. For the thread that owns the network. */
public interface ImagePredictor {

  /**
   * How many classes it can be told.
   *
   * @return 0 for a predictor without classes
   */
  int classes();

  /**
   * The expected clean images.
   *
   * @param noisy [count, values] x_t
   * @param count how many images
   * @param t the step that all of them are at, from 1 to T
   * @param classWeights [count, classes] the part that each class has in each image; zeros for an
   *     image of which no class is known
   * @param images [count, values] gets the predicted x_0, not cut off
   */
  void predict(float[] noisy, int count, int t, float[] classWeights, float[] images);
}
