package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import java.util.Arrays;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GradientClippingTest {

  @Test
  void shortensAGradientThatIsTooLong() {
    float[] gradient = {3f, -4f, 0f};

    double norm = new GradientClipping(1).apply(FloatBuffer.wrap(gradient), 3);

    assertThat(norm).isEqualTo(5);
    assertThat(gradient).containsExactly(new float[] {0.6f, -0.8f, 0f}, within(1e-7f));
  }

  @Test
  void leavesAGradientOfTheGreatestNormOrLessAsItIs() {
    float[] gradient = {3f, -4f};

    assertThat(new GradientClipping(5).apply(FloatBuffer.wrap(gradient), 2)).isEqualTo(5);
    assertThat(gradient).containsExactly(3f, -4f);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 2047, 2048, 2049, 4096, N})
  void clipsVectorsOfAnyLength(int n) {
    float[] gradient = gaussian(n, n);
    double expected = norm(gradient);

    double norm = new GradientClipping(0.01).apply(FloatBuffer.wrap(gradient), n);

    assertThat(norm).isCloseTo(expected, Percentage.withPercentage(1e-10));
    assertThat(norm(gradient)).isCloseTo(0.01, Percentage.withPercentage(1e-4));
  }

  /** In single precision the sum would stop at 2^24, and squares of 1e30 would be infinite. */
  @Test
  void sumsInDoublePrecision() {
    int n = (1 << 24) + 4096;
    float[] ones = new float[n];
    Arrays.fill(ones, 1f);
    GradientClipping clipping = new GradientClipping(1);

    assertThat(clipping.norm(FloatBuffer.wrap(ones), n)).isEqualTo(Math.sqrt(n));
    assertThat(clipping.apply(FloatBuffer.wrap(new float[] {1e30f}), 1))
        .isCloseTo(1e30, Percentage.withPercentage(1e-4));
  }

  @ParameterizedTest
  @ValueSource(floats = {Float.NaN, Float.POSITIVE_INFINITY})
  void reportsAGradientThatIsNotFiniteAndLeavesIt(float bad) {
    float[] gradient = {30f, bad, 40f};

    double norm = new GradientClipping(1).apply(FloatBuffer.wrap(gradient), 3);

    assertThat(norm).isNotFinite();
    assertThat(gradient).containsExactly(30f, bad, 40f);
  }

  @Test
  void clipsSeveralVectorsTogetherByItsParts() {
    GradientClipping clipping = new GradientClipping(1);
    FloatBuffer a = FloatBuffer.wrap(new float[] {3f});
    FloatBuffer b = FloatBuffer.wrap(new float[] {0f, 4f});

    double factor = clipping.factor(Math.hypot(clipping.norm(a, 1), clipping.norm(b, 2)));
    clipping.scale(a, 1, factor);
    clipping.scale(b, 2, factor);

    assertThat(a.array()).containsExactly(new float[] {0.6f}, within(1e-7f));
    assertThat(b.array()).containsExactly(new float[] {0f, 0.8f}, within(1e-7f));
  }

  @Test
  void refusesANormThatIsNotPositiveAndAVectorThatIsTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientClipping(0))
        .withMessage("maxNorm must be a finite number above 0, but is 0.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GradientClipping(1).apply(FloatBuffer.allocate(2), 3))
        .withMessage("gradient must hold 3 floats, but holds 2");
  }

  private static double norm(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += (double) value * value;
    }
    return Math.sqrt(sum);
  }
}
