package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.assertClose;
import static latentlab.engine.optimizer.OptimizerRun.doubles;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialMovingAverageTest {

  @Test
  void startsAtTheFirstParameters() {
    ExponentialMovingAverage average = averageOf(gaussian(N, 1), 0.9, false);

    assertThat(values(average, N)).containsExactly(gaussian(N, 1));
    assertThat(average.updates()).isZero();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void followsTheFormulaInDoublePrecisionOverManySteps(boolean warmUp) {
    double[] expected = doubles(gaussian(N, 0));
    ExponentialMovingAverage average = averageOf(gaussian(N, 0), 0.9, warmUp);

    for (int t = 0; t < 200; t++) {
      float[] theta = gaussian(N, t + 1);
      average.update(FloatBuffer.wrap(theta));
      double kept = warmUp ? Math.min(0.9, (1.0 + t) / (10.0 + t)) : 0.9;
      for (int i = 0; i < N; i++) {
        expected[i] = kept * expected[i] + (1 - kept) * theta[i];
      }
    }

    assertClose(values(average, N), expected, 2e-6);
    assertThat(average.updates()).isEqualTo(200);
  }

  @Test
  void comesNearAConstantByTheDecayEachUpdate() {
    ExponentialMovingAverage average = averageOf(new float[] {1f}, 0.8, false);

    for (int t = 0; t < 10; t++) {
      average.update(FloatBuffer.wrap(new float[] {0f}));
    }

    assertClose(values(average, 1), new double[] {Math.pow(0.8, 10)}, 1e-7);
  }

  @Test
  void staysExactlyAtParametersThatStay() {
    ExponentialMovingAverage average = averageOf(gaussian(N, 1), 0.999, true);

    for (int t = 0; t < 20; t++) {
      average.update(FloatBuffer.wrap(gaussian(N, 1)));
    }

    assertThat(values(average, N)).containsExactly(gaussian(N, 1));
  }

  @Test
  void keepsLittleAtFirstWhileItWarmsUp() {
    ExponentialMovingAverage average = averageOf(new float[] {0f}, 0.5, true);
    double first = average.decayOfNextUpdate();
    for (int t = 0; t < 8; t++) {
      average.update(FloatBuffer.wrap(new float[] {1f}));
    }

    assertThat(first).isEqualTo(0.1);
    assertThat(average.decayOfNextUpdate()).isEqualTo(0.5);
    assertThat(averageOf(new float[] {0f}, 0.5, false).decayOfNextUpdate()).isEqualTo(0.5);
  }

  @Test
  void swapsWithTheParametersAndBack() {
    ExponentialMovingAverage average = averageOf(gaussian(N, 1), 0.9, false);
    float[] theta = gaussian(N, 2);

    average.swap(FloatBuffer.wrap(theta));
    assertThat(theta).containsExactly(gaussian(N, 1));

    average.swap(FloatBuffer.wrap(theta));
    assertThat(theta).containsExactly(gaussian(N, 2));
    assertThat(values(average, N)).containsExactly(gaussian(N, 1));
  }

  @Test
  void refusesToAverageOrToBeStoredWhileItIsSwapped() {
    ExponentialMovingAverage average = averageOf(new float[] {1f}, 0.9, false);
    FloatBuffer theta = FloatBuffer.wrap(new float[] {2f});
    average.swap(theta);

    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> average.update(theta))
        .withMessageContaining("swapped");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> average.copyTo(theta))
        .withMessageContaining("swapped");
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> average.restore(theta, 1))
        .withMessageContaining("swapped");
  }

  @Test
  void goesOnFromARestoredStateAsIfItHadNotStopped() {
    ExponentialMovingAverage whole = averageOf(gaussian(N, 0), 0.99, true);
    for (int t = 1; t <= 5; t++) {
      whole.update(FloatBuffer.wrap(gaussian(N, t)));
    }
    float[] stored = values(whole, N);
    ExponentialMovingAverage restored = averageOf(new float[N], 0.99, true);
    restored.restore(FloatBuffer.wrap(stored), whole.updates());
    for (int t = 6; t <= 10; t++) {
      whole.update(FloatBuffer.wrap(gaussian(N, t)));
      restored.update(FloatBuffer.wrap(gaussian(N, t)));
    }

    assertThat(values(restored, N)).containsExactly(values(whole, N));
    assertThat(restored.updates()).isEqualTo(10);
  }

  @Test
  void refusesWhatIsOutOfRangeOrTooShort() {
    ExponentialMovingAverage average = averageOf(new float[2], 0.9, false);
    FloatBuffer one = FloatBuffer.allocate(1);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> averageOf(new float[2], 1, false))
        .withMessageStartingWith("decay must be in [0, 1)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> average.update(one))
        .withMessage("theta must hold 2 floats, but holds 1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> average.restore(FloatBuffer.allocate(2), -1))
        .withMessage("storedUpdates must be at least 0, but is -1");
  }

  @Test
  void stopsWithinTheDocumentedShareOfAConstant() {
    ExponentialMovingAverage average = averageOf(new float[] {1.01f}, 0.9999, false);

    for (int t = 0; t < 200_000; t++) {
      average.update(FloatBuffer.wrap(new float[] {1f}));
    }

    assertThat((double) values(average, 1)[0]).isCloseTo(1, within(6.1e-4));
  }

  private static ExponentialMovingAverage averageOf(float[] theta, double decay, boolean warmUp) {
    return new ExponentialMovingAverage(FloatBuffer.wrap(theta), theta.length, decay, warmUp);
  }

  private static float[] values(ExponentialMovingAverage average, int n) {
    float[] values = new float[n];
    average.copyTo(FloatBuffer.wrap(values));
    return values;
  }
}
