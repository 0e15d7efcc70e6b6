package latentlab.models.denoising;

import latentlab.random.Seed;

/** Capability: images are made from noise in steps that can be watched and changed. */
public interface StepwiseSampler {

  /**
   * What makes the images.
   *
   * @return the same object each time, with the owner of the model
   */
  ImageDiffusion diffusion();

  /**
   * A request as the model's settings have it, of any class.
   *
   * @param count how many images, at least 1
   * @param seed decides which
   * @return sampler, steps and guidance of the model
   */
  SamplingRequest request(int count, Seed seed);
}
