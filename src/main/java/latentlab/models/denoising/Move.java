package latentlab.models.denoising;

import java.util.List;
import latentlab.random.Seed;

/**
 * How a sampler gets from x_t to x_s:
 *
 * <pre>{@code
 * x_s = noisyFactor x_t + imageFactor x_0 + previousFactor x_0' + deviation z,   z ~ N(0, I)
 * }</pre>
 *
 * <p>where x_0 is the image predicted at t and x_0' the one predicted one step before.
 *
 * @param noisyFactor what x_t is multiplied by
 * @param imageFactor what x_0 is multiplied by
 * @param previousFactor what x_0' is multiplied by; 0 where there is none
 * @param deviation the standard deviation of new noise, 0 or more
 */
record Move(double noisyFactor, double imageFactor, double previousFactor, double deviation) {

  /**
   * Makes it.
   *
   * @param noisy [count, values] x_t, unchanged
   * @param image [count, values] x_0
   * @param previous [count, values] x_0', or any array if its factor is 0
   * @param seeds of the noise, one for each image
   * @return [count, values] x_s
   */
  float[] apply(float[] noisy, float[] image, float[] previous, List<Seed> seeds) {
    float ofNoisy = (float) noisyFactor;
    float ofImage = (float) imageFactor;
    float[] next = new float[noisy.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = ofNoisy * noisy[i] + ofImage * image[i];
    }
    if (previousFactor != 0) {
      float ofPrevious = (float) previousFactor;
      for (int i = 0; i < next.length; i++) {
        next[i] += ofPrevious * previous[i];
      }
    }
    if (deviation != 0) {
      GaussianNoise.add(next, deviation, seeds);
    }
    return next;
  }
}
