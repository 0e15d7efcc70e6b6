package latentlab.engine.kernels;

/**
 * e^-|x| for every element of a row, in float arithmetic: the same bits on every machine.
 *
 * <p>Range reduction -|x| = -k ln 2 + r and a polynomial in r (the coefficients of Cephes' expf);
 * the relative error is below 1e-6. The loops have no branches and call nothing, so that the
 * compiler vectorises them; only the scaling by 2^-k goes element by element. Holds a row of
 * scratch memory; one thread at a time.
 */
public final class ExponentialPass {

  /** 1 / ln 2. */
  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first exact in few bits, so that k ln 2 loses nothing. */
  private static final float LN2_HIGH = 0.6933594f;

  private static final float LN2_LOW = -2.1219444e-4f;

  /** 1.5 * 2^23: adding and subtracting it rounds a small float to an integer. */
  private static final float ROUNDING = 12582912f;

  /** Beyond this the result is as good as zero; larger powers of two would leave the table. */
  private static final float LARGEST = 87f;

  private static final float[] NEGATIVE_POWERS_OF_TWO = negativePowersOfTwo();

  private final float[] exponents;

  /**
   * Makes the scratch memory.
   *
   * @param columns the length of the rows to come
   */
  public ExponentialPass(int columns) {
    exponents = new float[columns];
  }

  /**
   * Computes the exponentials.
   *
   * @param x [columns]; NaN gives NaN
   * @param target [columns], receives e^-|x|, from 1e-38 to 1
   */
  public void ofNegativeMagnitude(float[] x, float[] target) {
    reduce(x, target, exponents);
    scale(target, exponents);
  }

  private static void reduce(float[] x, float[] target, float[] exponents) {
    for (int i = 0; i < exponents.length; i++) {
      float a = Math.min(Math.abs(x[i]), LARGEST);
      float k = (a * LOG2_E + ROUNDING) - ROUNDING;
      float r = k * LN2_HIGH - a + k * LN2_LOW;
      float p = 1.9875691e-4f;
      p = p * r + 1.3982e-3f;
      p = p * r + 8.333452e-3f;
      p = p * r + 4.1665796e-2f;
      p = p * r + 1.6666666e-1f;
      p = p * r + 0.5f;
      target[i] = p * r * r + r + 1f;
      exponents[i] = k;
    }
  }

  private static void scale(float[] values, float[] exponents) {
    for (int i = 0; i < exponents.length; i++) {
      values[i] *= NEGATIVE_POWERS_OF_TWO[(int) exponents[i] & 127];
    }
  }

  private static float[] negativePowersOfTwo() {
    float[] powers = new float[128];
    for (int k = 0; k < powers.length; k++) {
      powers[k] = (float) Math.pow(2, -k);
    }
    return powers;
  }
}
