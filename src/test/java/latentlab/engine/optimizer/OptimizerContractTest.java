package latentlab.engine.optimizer;

import static latentlab.engine.optimizer.OptimizerRun.N;
import static latentlab.engine.optimizer.OptimizerRun.assertClose;
import static latentlab.engine.optimizer.OptimizerRun.gaussian;
import static latentlab.engine.optimizer.OptimizerRun.gradient;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for every optimiser. */
class OptimizerContractTest {

  static List<OptimizerSettings> allSettings() {
    return List.of(
        new Adam(0.05),
        new AdamW(0.05, 0.01),
        new RmsProp(0.05),
        new StochasticGradientDescent(0.05),
        new StochasticGradientDescent(0.05, 0.8, false),
        new StochasticGradientDescent(0.05, 0.8, true));
  }

  @Test
  void theirStatesHaveDifferentNamesInFiles() {
    assertThat(allSettings().stream().map(OptimizerSettings::key).distinct())
        .containsExactly("adam", "adamw", "rmsprop", "sgd");
    assertThat(allSettings().stream().map(OptimizerSettings::stateVectors))
        .containsExactly(2, 2, 1, 0, 1, 1);
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void treatsEachParameterAsIfItWereAlone(OptimizerSettings settings) {
    float[] start = gaussian(N, 1);
    OptimizerRun together = new OptimizerRun(settings, start);
    for (int t = 1; t <= 3; t++) {
      together.step(gradient(N, t));
    }

    for (int i : new int[] {0, 1, 2047, 2048, 4095, 4096, N - 1}) {
      OptimizerRun alone = new OptimizerRun(settings, start[i]);
      for (int t = 1; t <= 3; t++) {
        alone.step(gradient(N, t)[i]);
      }
      assertThat(together.theta[i]).isEqualTo(alone.theta[0]);
      for (int s = 0; s < settings.stateVectors(); s++) {
        assertThat(together.state[s * N + i]).isEqualTo(alone.state[s]);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void findsTheMinimumOfAQuadratic(OptimizerSettings settings) {
    double[] minimum = {0.5, -1, 0.25};
    float[] curvature = {1f, 0.5f, 4f};
    LearningRateSchedule schedule = new LearningRateSchedule.WarmUpCosine(10, 2000, 1e-3);
    OptimizerRun run = new OptimizerRun(settings, 2f, 2f, -2f);

    for (int t = 1; t <= 2000; t++) {
      float[] gradient = new float[3];
      for (int i = 0; i < 3; i++) {
        gradient[i] = curvature[i] * (run.theta[i] - (float) minimum[i]);
      }
      run.step(settings.learningRate() * schedule.factor(t), gradient);
    }

    // AdamW ends where gradient and decay balance, beside the minimum.
    assertClose(run.theta, minimum, 0.02);
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void leavesZerosWithoutGradientWhereTheyAre(OptimizerSettings settings) {
    OptimizerRun run = new OptimizerRun(settings, new float[N]);

    run.step(new float[N]);

    assertThat(run.theta).containsOnly(0f);
    assertThat(run.state).satisfies(state -> assertThat(state).isEqualTo(new float[state.length]));
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void leavesParametersWhereTheyAreAtARateOfZero(OptimizerSettings settings) {
    OptimizerRun run = new OptimizerRun(settings, gaussian(N, 2));

    run.step(0, gradient(N, 1));

    assertThat(run.theta).containsExactly(gaussian(N, 2));
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void touchesNothingButItsVectorsInNativeMemory(OptimizerSettings settings) {
    FloatBuffer theta = direct(N + 1);
    FloatBuffer gradient = direct(N + 1);
    FloatBuffer state = direct(settings.stateVectors() * N + 1);
    gradient.put(0, gradient(N, 1)).put(N, 9f).position(3);
    theta.put(N, 9f).position(5);
    state.put(settings.stateVectors() * N, 9f);
    OptimizerRun expected = new OptimizerRun(settings, new float[N]);
    expected.step(gradient(N, 1));

    settings.start().apply(theta, gradient, state, N, 1, settings.learningRate());

    assertThat(first(theta, N)).containsExactly(expected.theta);
    assertThat(first(state, expected.state.length)).isEqualTo(expected.state);
    assertThat(first(gradient, N)).containsExactly(gradient(N, 1));
    assertThat(theta.get(N)).isEqualTo(9f);
    assertThat(state.get(expected.state.length)).isEqualTo(9f);
    assertThat(List.of(theta.position(), gradient.position())).containsExactly(5, 3);
  }

  @ParameterizedTest
  @MethodSource("allSettings")
  void refusesVectorsThatAreTooShortBeforeItChangesAny(OptimizerSettings settings) {
    Optimizer optimizer = settings.start();
    FloatBuffer whole = FloatBuffer.allocate(2 * N);
    FloatBuffer less = FloatBuffer.allocate(N - 1);
    whole.put(0, gradient(N, 1));
    float[] before = whole.array().clone();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.apply(less, whole, whole, N, 1, 0.1))
        .withMessage("theta must hold 5000 floats, but holds 4999");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> optimizer.apply(whole, less, whole, N, 1, 0.1))
        .withMessageStartingWith("gradient must hold");
    if (settings.stateVectors() > 0) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> optimizer.apply(whole, whole, less, N, 1, 0.1))
          .withMessageStartingWith("state must hold");
    }
    assertThat(whole.array()).containsExactly(before);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1e-3, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesARateThatIsNone(double rate) {
    OptimizerRun run = new OptimizerRun(new Adam(0.1), 1f);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> run.step(rate, new float[] {1f}))
        .withMessage("rate must be a finite number of at least 0, but is " + rate);
  }

  @Test
  void refusesAStepBeforeTheFirst() {
    FloatBuffer two = FloatBuffer.allocate(2);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Adam(0.1).start().apply(two, two, two, 1, 0, 0.1))
        .withMessage("step must be at least 1, but is 0");
  }

  private static FloatBuffer direct(int n) {
    return ByteBuffer.allocateDirect(n * Float.BYTES)
        .order(ByteOrder.nativeOrder())
        .asFloatBuffer();
  }

  private static float[] first(FloatBuffer buffer, int n) {
    float[] values = new float[n];
    buffer.get(0, values);
    return values;
  }
}
