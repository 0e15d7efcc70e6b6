package latentlab.models.denoising;

/** A way from noise to an image. */
public enum SamplerType {
  /**
   * Ancestral sampling (Ho et al. 2020, algorithm 2), with the posterior's variance; where steps
   * are left out, by the posterior between the steps that are visited (Nichol and Dhariwal 2021).
   */
  DDPM {
    @Override
    Move move(NoiseSchedule schedule, int before, int t, int s, double eta) {
      Posterior posterior = schedule.posterior(t, s);
      return new Move(
          posterior.noisyFactor(), posterior.imageFactor(), 0, Math.sqrt(posterior.variance()));
    }
  },
  /**
   * Implicit models (Song, Meng and Ermon 2021, equation 12 and 16): with eta = 0 nothing is random
   * after the start, with eta = 1 as much as in ancestral sampling.
   */
  DDIM {
    @Override
    Move move(NoiseSchedule schedule, int before, int t, int s, double eta) {
      double variance = eta * eta * schedule.posterior(t, s).variance();
      double noise = Math.sqrt(Math.max(0, 1 - schedule.alphaBar(s) - variance));
      double noisyFactor = noise / schedule.noise(t);
      return new Move(
          noisyFactor,
          schedule.signal(s) - noisyFactor * schedule.signal(t),
          0,
          Math.sqrt(variance));
    }
  },
  /**
   * DPM-Solver++(2M) (Lu et al. 2022, algorithm 2), a solver of second order for few steps. The
   * first step and the one to the clean image are of first order.
   */
  DPM_SOLVER {
    @Override
    Move move(NoiseSchedule schedule, int before, int t, int s, double eta) {
      double noisyFactor = schedule.noise(s) / schedule.noise(t);
      double imageFactor = schedule.signal(s) - noisyFactor * schedule.signal(t);
      if (before == 0 || s == 0) {
        return new Move(noisyFactor, imageFactor, 0, 0);
      }
      double step = logRatio(schedule, s) - logRatio(schedule, t);
      double stepBefore = logRatio(schedule, t) - logRatio(schedule, before);
      double slope = step / (2 * stepBefore);
      return new Move(noisyFactor, imageFactor * (1 + slope), -imageFactor * slope, 0);
    }
  };

  /**
   * One move.
   *
   * @param schedule of the model
   * @param before the step visited before t; 0 if t is the first, or its prediction is not to be
   *     used
   * @param t from 1 to T
   * @param s from 0 to t - 1
   * @param eta 0 to 1, only for DDIM
   * @return how x_s is made
   */
  abstract Move move(NoiseSchedule schedule, int before, int t, int s, double eta);

  /** The lambda of the paper: the logarithm of signal over noise. */
  private static double logRatio(NoiseSchedule schedule, int t) {
    return 0.5 * Math.log(schedule.signalToNoise(t));
  }
}
