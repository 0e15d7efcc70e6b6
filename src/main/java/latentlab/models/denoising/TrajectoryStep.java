package latentlab.models.denoising;

import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/**
 * One step on the way from noise to images: what there was, and what the network made of it. The
 * arrays are not copied; who reads them leaves them unchanged.
 *
 * @param shape of each image
 * @param t the step, from 1 to T
 * @param next the step that comes after it, from 0 to t - 1
 * @param alphaBar abar(t), the part of the power that is the image's
 * @param nextAlphaBar abar(next)
 * @param noisy [count, values] x_t
 * @param image [count, values] the predicted x_0, cut off if the request says so
 */
@SuppressWarnings("ArrayRecordComponent") // Large, and never compared.
public record TrajectoryStep(
    ImageShape shape,
    int t,
    int next,
    double alphaBar,
    double nextAlphaBar,
    float[] noisy,
    float[] image) {

  /**
   * The noise level.
   *
   * @return the standard deviation of the noise in x_t, 0 to 1
   */
  public double noiseLevel() {
    return Math.sqrt(1 - alphaBar);
  }

  /**
   * The predicted noise: that which together with the predicted image makes x_t.
   *
   * @return [count, values], a new array
   */
  public float[] noise() {
    float a = (float) Math.sqrt(alphaBar);
    float b = (float) Math.sqrt(1 - alphaBar);
    float[] noise = new float[noisy.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = (noisy[i] - a * image[i]) / b;
    }
    return noise;
  }

  /**
   * The mean of the next step by ancestral sampling, whatever the sampler: that of q(x_next | x_t,
   * predicted x_0).
   *
   * @return [count, values], a new array
   */
  public float[] posteriorMean() {
    Posterior posterior = Posterior.between(alphaBar, nextAlphaBar);
    float ofImage = (float) posterior.imageFactor();
    float ofNoisy = (float) posterior.noisyFactor();
    float[] mean = new float[noisy.length];
    for (int i = 0; i < mean.length; i++) {
      mean[i] = ofImage * image[i] + ofNoisy * noisy[i];
    }
    return mean;
  }

  /**
   * x_t as pictures: -1 is black, 1 white, what lies beyond is cut off.
   *
   * @return [count, height, width, channels], 0 to 1
   */
  public ImageBatch noisyPictures() {
    return PixelRange.pictures(shape, noisy, new int[0]);
  }

  /**
   * The predicted clean images as pictures.
   *
   * @return [count, height, width, channels], 0 to 1
   */
  public ImageBatch predictedPictures() {
    return PixelRange.pictures(shape, image, new int[0]);
  }

  /**
   * The predicted noise as pictures: no noise is grey.
   *
   * @return [count, height, width, channels], 0 to 1
   */
  public ImageBatch noisePictures() {
    return PixelRange.pictures(shape, noise(), new int[0]);
  }

  /**
   * The posterior mean as pictures.
   *
   * @return [count, height, width, channels], 0 to 1
   */
  public ImageBatch meanPictures() {
    return PixelRange.pictures(shape, posteriorMean(), new int[0]);
  }
}
