package latentlab.models.origin;

import latentlab.failure.InvalidInputException;
import latentlab.models.denoising.SamplerType;
import latentlab.models.denoising.SamplingRequest;

/**
 * How a diffusion model went from noise to a picture. Immutable.
 *
 * @param sampler the way from step to step
 * @param steps how many steps it made, 1 to 100,000
 * @param eta how much noise DDIM added, 0 to 1
 * @param guidance how much the class was exaggerated, 0 to 100; 1 is the conditional model
 */
public record SamplingWay(SamplerType sampler, int steps, double eta, double guidance) {

  private static final int MOST_STEPS = 100_000;
  private static final double LARGEST_GUIDANCE = 100;

  /**
   * Checks the ranges.
   *
   * @throws InvalidInputException if a number is out of its range
   */
  public SamplingWay {
    if (steps < 1 || steps > MOST_STEPS) {
      throw new InvalidInputException("steps must be 1 to " + MOST_STEPS + ", not " + steps);
    }
    if (!(eta >= 0 && eta <= 1)) {
      throw new InvalidInputException("eta must be 0 to 1, not " + eta);
    }
    if (!(guidance >= 0 && guidance <= LARGEST_GUIDANCE)) {
      throw new InvalidInputException(
          "guidance must be 0 to " + LARGEST_GUIDANCE + ", not " + guidance);
    }
  }

  /**
   * The way that was asked for.
   *
   * @param request what was asked of the model
   * @return its sampler, steps, eta and guidance
   */
  public static SamplingWay of(SamplingRequest request) {
    return new SamplingWay(request.sampler(), request.steps(), request.eta(), request.guidance());
  }
}
