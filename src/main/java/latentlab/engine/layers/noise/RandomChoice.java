package latentlab.engine.layers.noise;

/**
 * Chooses with a given probability by comparing 32 random bits, so that one random long decides
 * twice. The probability is met within 2^-33. Any thread may use it.
 */
final class RandomChoice {

  private static final double RANGE = 4294967296.0;

  private final long threshold;

  /**
   * Checks the probability.
   *
   * @param probability from 0 to 1
   * @throws IllegalArgumentException if it is not
   */
  RandomChoice(double probability) {
    check(probability);
    threshold = Math.round(probability * RANGE);
  }

  /**
   * Refuses what is no probability.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  static void check(double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException("the rate must be from 0 to 1, not " + probability);
    }
  }

  /** Whether anything can be chosen. */
  boolean isPossible() {
    return threshold > 0;
  }

  /** 1 if the lower 32 bits choose, else 0, without a branch. */
  int byLowBits(long bits) {
    return (int) (((bits & 0xFFFFFFFFL) - threshold) >>> 63);
  }

  /** 1 if the upper 32 bits choose, else 0, without a branch. */
  int byHighBits(long bits) {
    return (int) (((bits >>> 32) - threshold) >>> 63);
  }
}
