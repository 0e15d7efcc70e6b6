package latentlab.engine.layers.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SquashingTest {

  private static final int POINTS = 40_001;

  @Test
  void equalsTheHyperbolicTangent() {
    float[] x = range(-20f, 20f);
    float[] result = new float[POINTS];

    Squashing.tanh(x, result);

    for (int i = 0; i < POINTS; i++) {
      assertThat((double) result[i]).as("x = %s", x[i]).isCloseTo(Math.tanh(x[i]), within(5e-7));
      assertThat(Math.abs(result[i])).isLessThanOrEqualTo(1f);
    }
  }

  @Test
  void keepsTheRelativePrecisionOfSmallNumbers() {
    float[] x = {1e-20f, -3e-7f, 1e-3f, 0f};
    float[] result = new float[4];

    Squashing.tanh(x, result);

    for (int i = 0; i < 3; i++) {
      assertThat(result[i] / Math.tanh(x[i])).as("x = %s", x[i]).isCloseTo(1, within(5e-7));
    }
    assertThat(result[3]).isZero();
  }

  @Test
  void equalsTheSigmoid() {
    float[] x = range(-40f, 40f);
    float[] result = x.clone();

    Squashing.sigmoid(result);

    for (int i = 0; i < POINTS; i++) {
      double expected = 1 / (1 + Math.exp(-x[i]));
      assertThat((double) result[i]).as("x = %s", x[i]).isCloseTo(expected, within(3e-7));
      assertThat(result[i]).isBetween(0f, 1f);
    }
  }

  @Test
  void endsAtItsLimitsAndKeepsNaN() {
    float[] x = {Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.NaN};
    float[] tanh = new float[3];
    float[] sigmoid = x.clone();

    Squashing.tanh(x, tanh);
    Squashing.sigmoid(sigmoid);

    assertThat(tanh).containsExactly(new float[] {1f, -1f, Float.NaN}, within(5e-7f));
    assertThat(sigmoid).containsExactly(new float[] {1f, 0f, Float.NaN}, within(3e-7f));
  }

  private static float[] range(float from, float to) {
    float[] x = new float[POINTS];
    for (int i = 0; i < POINTS; i++) {
      x[i] = from + (to - from) * i / (POINTS - 1);
    }
    return x;
  }
}
