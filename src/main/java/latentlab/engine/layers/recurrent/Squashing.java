package latentlab.engine.layers.recurrent;

/**
 * The functions of gates over whole arrays, in loops without branches and tables, so that the
 * compiler vectorises all of it.
 *
 * <p>tanh x = x P(x^2) / Q(x^2) for |x| &lt;= 8, beyond which floats hardly differ from 1, with
 * polynomials fitted to the smallest largest relative error, 2e-8. Rounding makes it 4e-7, and the
 * result never exceeds 1. Sigmoids follow by sigmoid(x) = (1 + tanh(x / 2)) / 2, with an absolute
 * error of 3e-7 that gates do not notice. NaN gives NaN.
 */
final class Squashing {

  private static final float LARGEST = 8f;

  private static final float P1 = 0.12979221f;
  private static final float P2 = 2.9858605e-3f;
  private static final float P3 = 9.878647e-6f;
  private static final float P4 = -1.4704179e-8f;
  private static final float P5 = 2.3508497e-11f;

  private static final float Q1 = 0.46312538f;
  private static final float Q2 = 2.402792e-2f;
  private static final float Q3 = 2.3720303e-4f;

  private Squashing() {}

  static void sigmoid(float[] values) {
    for (int i = 0; i < values.length; i++) {
      float x = Math.max(-LARGEST, Math.min(LARGEST, 0.5f * values[i]));
      float u = x * x;
      float p = ((((P5 * u + P4) * u + P3) * u + P2) * u + P1) * u + 1f;
      float q = ((Q3 * u + Q2) * u + Q1) * u + 1f;
      values[i] = 0.5f + 0.5f * (x * p / q);
    }
  }

  static void tanh(float[] values, float[] result) {
    for (int i = 0; i < values.length; i++) {
      float x = Math.max(-LARGEST, Math.min(LARGEST, values[i]));
      float u = x * x;
      float p = ((((P5 * u + P4) * u + P3) * u + P2) * u + P1) * u + 1f;
      float q = ((Q3 * u + Q2) * u + Q1) * u + 1f;
      result[i] = x * p / q;
    }
  }
}
