package latentlab.models.cyclegan;

/**
 * What a discriminator makes of images.
 *
 * @param loss half of the mean of (D(y) - 1)^2 over the real ones and of D(y')^2 over the drawn
 *     ones, added up
 * @param real the mean of D on real images, cut to 0 to 1 for each patch
 * @param drawn the same on drawn images
 */
record Verdict(double loss, double real, double drawn) {

  /** Nothing was judged. */
  static final Verdict NONE = new Verdict(0, 0, 0);

  /**
   * Takes means.
   *
   * @param logits of the patches of real images, then of as many drawn ones
   * @param half the number of patches of either
   */
  static Verdict of(float[] logits, int half) {
    double loss = 0;
    double real = 0;
    double drawn = 0;
    for (int i = 0; i < half; i++) {
      double onReal = logits[i];
      double onDrawn = logits[half + i];
      loss += 0.5 * ((onReal - 1) * (onReal - 1) + onDrawn * onDrawn);
      real += cut(onReal);
      drawn += cut(onDrawn);
    }
    return new Verdict(loss / half, real / half, drawn / half);
  }

  private static double cut(double value) {
    // A comparison with NaN is false, so that NaN stays and is noticed.
    return value < 0 ? 0 : value > 1 ? 1 : value;
  }
}
