package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialPassTest {

  @Test
  void equalsTheExponentialOverItsWholeRange() {
    int n = 20_001;
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = -80f + 160f * i / (n - 1);
    }
    float[] result = new float[n];

    new ExponentialPass(n).ofNegativeMagnitude(x, result);

    for (int i = 0; i < n; i++) {
      double expected = Math.exp(-Math.abs((double) x[i]));
      assertThat(result[i] / expected).as("x = %s", x[i]).isCloseTo(1.0, within(2e-6));
    }
  }

  @Test
  void staysTinyAndFiniteBeyondItsRangeAndKeepsNaN() {
    float[] x = {1e3f, -1e30f, Float.POSITIVE_INFINITY, Float.NaN};
    float[] result = new float[4];

    new ExponentialPass(4).ofNegativeMagnitude(x, result);

    assertThat(result[0]).isBetween(0f, 1e-37f);
    assertThat(result[1]).isBetween(0f, 1e-37f);
    assertThat(result[2]).isBetween(0f, 1e-37f);
    assertThat(result[3]).isNaN();
  }
}
