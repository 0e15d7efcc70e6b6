package latentlab.models.denoising;

/**
 * The distribution q(x_s | x_t, x_0) of a less noisy image, for s below t (Ho et al. 2020,
 * equations 6 and 7, where s = t - 1): normal around {@code imageFactor x_0 + noisyFactor x_t}.
 *
 * @param imageFactor what the clean image is multiplied by
 * @param noisyFactor what the noisy image is multiplied by
 * @param variance of each pixel; 0 for s = 0
 */
public record Posterior(double imageFactor, double noisyFactor, double variance) {

  /**
   * By the signal that is left at both steps.
   *
   * @param alphaBar abar(t), in (0, 1)
   * @param next abar(s), from abar(t) to 1
   * @return the distribution
   */
  static Posterior between(double alphaBar, double next) {
    double kept = alphaBar / next;
    double added = 1 - kept;
    double noise = 1 - alphaBar;
    return new Posterior(
        Math.sqrt(next) * added / noise,
        Math.sqrt(kept) * (1 - next) / noise,
        added * (1 - next) / noise);
  }
}
