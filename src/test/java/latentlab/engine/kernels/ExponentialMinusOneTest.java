package latentlab.engine.kernels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ExponentialMinusOneTest {

  private static double result(double x, float factor) {
    float[] block = {(float) x};
    ExponentialMinusOne.of(block, factor, block, 1);
    return block[0];
  }

  @Test
  void keepsItsRelativePrecisionNearZero() {
    for (double x = 1e-6; x < 0.1; x *= 1.3) {
      float at = (float) x;
      assertThat(result(at, 1f) / Math.expm1(at)).isCloseTo(1, within(1e-6));
      assertThat(result(at, -1f) / Math.expm1(-at)).isCloseTo(1, within(1e-6));
    }
  }

  @Test
  void isAsExactAsPromisedWhereTheExponentIsBelowTen() {
    for (double x = -10; x < 10; x += 0.003) {
      float at = (float) x;
      double expected = Math.exp(at);
      assertThat(result(at, 1f) + 1)
          .as("x = %s", at)
          .isCloseTo(expected, within(expected < 2 ? 4e-7 : 5e-5 * expected));
    }
  }

  @Test
  void multipliesByTheFactorFirst() {
    assertThat(result(0.5, -3f)).isCloseTo(Math.expm1(-1.5), within(1e-6));
  }

  @Test
  void saturatesBeyondItsRangeAndKeepsNaN() {
    assertThat(result(1e30, 1f)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(result(-1e30, 1f)).isEqualTo(-1);
    assertThat(result(Double.NaN, 1f)).isNaN();
  }
}
