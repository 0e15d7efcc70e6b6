package latentlab.ui.codes;

/**
 * How codes are drawn from the prior. Immutable.
 *
 * @param temperature above 0: below 1 the likeliest codes, above 1 bolder ones
 * @param seed decides which
 */
record PriorDraw(double temperature, long seed) {

  static final double COLDEST = 0.1;
  static final double HOTTEST = 2;

  /** Brings the temperature into its range. */
  PriorDraw {
    temperature = Math.max(COLDEST, Math.min(HOTTEST, temperature));
  }
}
