package latentlab.models;

/**
 * How codes of given images are searched for.
 *
 * @param candidates codes drawn from N(0, I) whose images are compared with each given image; at
 *     least as many as starts
 * @param starts how many of the most similar candidates a descent starts from, at least 1
 * @param steps of the descent, at least 1; after the first third the best start goes on alone
 * @param learningRate the greatest step in each dimension at the beginning, above 0; it falls as a
 *     cosine
 * @param priorWeight what the squared length of a code is multiplied by before it is added to the
 *     squared error, which is summed over the pixels; at least 0
 */
public record InversionSettings(
    int candidates, int starts, int steps, double learningRate, double priorWeight) {

  /** Finds digits in the space of a DCGAN. */
  public static final InversionSettings DEFAULT = new InversionSettings(1000, 4, 200, 0.1, 1e-3);

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException if a number is out of its range
   */
  public InversionSettings {
    if (starts < 1 || candidates < starts || steps < 1) {
      throw new IllegalArgumentException(
          String.format("%d starts of %d candidates, %d steps", starts, candidates, steps));
    }
    boolean usable =
        learningRate > 0
            && Double.isFinite(learningRate)
            && priorWeight >= 0
            && Double.isFinite(priorWeight);
    if (!usable) {
      throw new IllegalArgumentException(
          "a learning rate of " + learningRate + ", a prior of weight " + priorWeight);
    }
  }
}
