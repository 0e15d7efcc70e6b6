package latentlab.models.denoising;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;

/**
 * Makes new images from given ones. Belongs to the thread that owns the diffusion, whose exceptions
 * it throws.
 */
public final class ImageEditing {

  private final ImageDiffusion diffusion;
  private final ForwardProcess forward;

  /**
   * Works with a diffusion.
   *
   * @param diffusion makes the images
   */
  public ImageEditing(ImageDiffusion diffusion) {
    this.diffusion = diffusion;
    this.forward = new ForwardProcess(diffusion.schedule());
  }

  /**
   * Noise is added and taken out again (SDEdit: Meng et al. 2022): the more there was, the more is
   * new in the result.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param t the step to go to, from 1 to T
   * @param request what is wanted, as many as there are images
   * @param control is told of each step
   * @return the way back from step t
   */
  public Trajectory denoiseFrom(
      ImageBatch images, int t, SamplingRequest request, SamplingControl control) {
    diffusion.checkShape(images);
    return diffusion.from(forward.noised(images, t, request.seeds()), request, control);
  }

  /**
   * Images between two, mixed at a step with some noise (Ho et al. 2020, section 5). Both get noise
   * of their own, the same for all results. The paper mixes the noisy images linearly, which leaves
   * less noise between them than the network expects at that step; here the mixed noise is scaled
   * back to its full strength.
   *
   * @param first one image, 0 to 1
   * @param second one image of the same size
   * @param weights of the second image in each result, 0 to 1
   * @param t the step to mix them at, from 1 to T
   * @param request what is wanted, as many as there are weights; its first seed decides the noise
   * @param control is told of each step
   * @return the way back from step t
   */
  public Trajectory interpolate(
      ImageBatch first,
      ImageBatch second,
      double[] weights,
      int t,
      SamplingRequest request,
      SamplingControl control) {
    diffusion.checkShape(first);
    diffusion.checkShape(second);
    diffusion.schedule().checkNoisy(t);
    ImageDiffusion.checkCount(weights.length, request);
    if (first.count() != 1 || second.count() != 1) {
      throw new InvalidInputException(
          String.format(
              "two images are mixed, one and one; there are %d and %d",
              first.count(), second.count()));
    }
    int size = diffusion.shape().size();
    float[] noise =
        GaussianNoise.standard(
            GaussianNoise.seeds(
                Arrays.asList(request.seeds().get(0), request.seeds().get(0).derive("second")),
                "forward"),
            size);
    float[] mixed = new float[weights.length * size];
    for (int i = 0; i < weights.length; i++) {
      mix(PixelRange.centred(first), PixelRange.centred(second), noise, weights[i], t, mixed, i);
    }
    return diffusion.from(new NoisyImages(diffusion.shape(), t, mixed), request, control);
  }

  private void mix(
      float[] first,
      float[] second,
      float[] noise,
      double weight,
      int t,
      float[] target,
      int item) {
    if (!(weight >= 0 && weight <= 1)) {
      throw new InvalidInputException(
          "the weight of the second image must be from 0 to 1, not " + weight);
    }
    int size = first.length;
    double rest = 1 - weight;
    double signal = diffusion.schedule().signal(t);
    double noiseFactor = diffusion.schedule().noise(t) / Math.hypot(rest, weight);
    for (int i = 0; i < size; i++) {
      target[item * size + i] =
          (float)
              (signal * (rest * first[i] + weight * second[i])
                  + noiseFactor * (rest * noise[i] + weight * noise[size + i]));
    }
  }

  /**
   * The noise from which DDIM without new noise makes given images (Song et al. 2021, section 5.4):
   * a latent that {@link ImageDiffusion#from} takes back with the same request.
   *
   * @param images [count, height, width, channels], 0 to 1
   * @param request by DDIM with eta = 0, as many as there are images
   * @param control is told of progress
   * @return x_T
   */
  public NoisyImages invert(ImageBatch images, SamplingRequest request, SamplingControl control) {
    diffusion.checkShape(images);
    ImageDiffusion.checkCount(images.count(), request);
    request.checkFor(diffusion.schedule(), diffusion.classes());
    if (request.sampler() != SamplerType.DDIM || request.eta() != 0) {
      throw new InvalidInputException(
          String.format(
              "only DDIM with eta 0 leads back to the noise, not %s with eta %s",
              request.sampler(), request.eta()));
    }
    Inversion inversion =
        new Inversion(diffusion.schedule(), diffusion.predictor(request), control);
    int[] times = diffusion.schedule().times(diffusion.schedule().steps(), request.steps());
    return new NoisyImages(
        images.shape(), times[0], inversion.run(PixelRange.centred(images), times));
  }
}
