package latentlab.models.vqvae;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/**
 * Draws grids of codes from the prior, code by code (ancestral sampling, section 3.3). Always the
 * same number of grids at once, unused ones among them, so that the arithmetic of a grid, down to
 * the last bit, does not depend on how many are asked for.
 */
final class CodeSampler {

  /** Grids at once. */
  static final int ROWS = 32;

  private final CodePrior prior;

  CodeSampler(CodePrior prior) {
    this.prior = prior;
  }

  /**
   * Draws grids. The one at position i depends on the seed, i and its class alone.
   *
   * @param count how many
   * @param labels [count] the class of each; unread without a condition
   * @param temperature what the logits are divided by, above 0
   * @param seed decides which
   * @return [count, places]
   */
  int[] sample(int count, int[] labels, double temperature, Seed seed) {
    int places = prior.architecture().places();
    int[] codes = new int[Math.multiplyExact(count, places)];
    try (StepwisePrior stepwise =
        new StepwisePrior(prior.architecture(), prior.network().weights(), ROWS)) {
      for (int from = 0; from < count; from += ROWS) {
        int rows = Math.min(ROWS, count - from);
        int[] chunkLabels = new int[ROWS];
        if (prior.architecture().classes() > 0) {
          System.arraycopy(labels, from, chunkLabels, 0, rows);
        }
        int[] drawn = draw(stepwise, chunkLabels, temperature, generators(from, seed));
        System.arraycopy(drawn, 0, codes, from * places, rows * places);
      }
    }
    return codes;
  }

  private static RandomGenerator[] generators(int from, Seed seed) {
    RandomGenerator[] random = new RandomGenerator[ROWS];
    Arrays.setAll(random, row -> seed.derive("sample", from + row).generator());
    return random;
  }

  private int[] draw(
      StepwisePrior stepwise, int[] labels, double temperature, RandomGenerator[] random) {
    int places = prior.architecture().places();
    int codes = prior.architecture().codes();
    int[] drawn = new int[ROWS * places];
    float[] logits = new float[ROWS * codes];
    for (int place = 0; place < places; place++) {
      stepwise.step(place, drawn, labels, logits);
      for (int row = 0; row < ROWS; row++) {
        drawn[row * places + place] =
            draw(logits, row * codes, temperature, random[row].nextDouble());
      }
    }
    return drawn;
  }

  /** The code at which the cumulated probabilities, in the order of the codes, pass a threshold. */
  private int draw(float[] logits, int start, double temperature, double threshold) {
    double[] weights = new double[prior.architecture().codes()];
    float largest = Float.NEGATIVE_INFINITY;
    for (int k = 0; k < weights.length; k++) {
      largest = Math.max(largest, logits[start + k]);
    }
    for (int k = 0; k < weights.length; k++) {
      weights[k] = Math.exp((logits[start + k] - largest) / temperature);
    }
    double rest = threshold * Arrays.stream(weights).sum();
    for (int k = 0; k < weights.length; k++) {
      rest -= weights[k];
      if (rest < 0) {
        return k;
      }
    }
    return weights.length - 1;
  }
}
