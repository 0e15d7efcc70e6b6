package latentlab.evaluation.comparison;

import latentlab.random.Seed;

/**
 * How much is measured.
 *
 * @param samples how many images each model draws; 0 for none, else at least 2
 * @param memorisation how many of them are compared with all training images; 0 for none
 * @param seed decides noise and samples; all models get the same
 */
public record ComparisonSettings(int samples, int memorisation, Seed seed) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public ComparisonSettings {
    if (samples < 0 || samples == 1 || memorisation < 0 || memorisation > samples) {
      throw new IllegalArgumentException(
          samples + " samples, " + memorisation + " of them compared with training images");
    }
  }
}
