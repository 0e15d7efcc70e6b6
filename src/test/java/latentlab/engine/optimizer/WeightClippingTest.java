package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.FloatBuffer;
import org.junit.jupiter.api.Test;

class WeightClippingTest {

  @Test
  void movesWhatIsOutsideToTheNearestLimit() {
    float[] theta = {0.5f, -0.5f, 0.01f, -0.009f, 0f, Float.NEGATIVE_INFINITY, Float.NaN};

    new WeightClipping(0.01).apply(FloatBuffer.wrap(theta), theta.length);

    assertThat(theta).containsExactly(0.01f, -0.01f, 0.01f, -0.009f, 0f, -0.01f, Float.NaN);
  }

  @Test
  void clipsEveryBlockAndNothingBeyondTheVector() {
    float[] theta = gaussian(N, 1);
    float[] expected = theta.clone();
    for (int i = 0; i < N - 1; i++) {
      expected[i] = Math.abs(theta[i]) > 0.5f ? Math.copySign(0.5f, theta[i]) : theta[i];
    }

    new WeightClipping(0.5).apply(FloatBuffer.wrap(theta), N - 1);

    assertThat(theta).containsExactly(expected);
  }

  @Test
  void refusesALimitThatIsNotPositiveAndAVectorThatIsTooShort() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightClipping(-1))
        .withMessage("limit must be a finite number above 0, but is -1.0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeightClipping(1).apply(FloatBuffer.allocate(2), 3))
        .withMessage("theta must hold 3 floats, but holds 2");
  }
}
