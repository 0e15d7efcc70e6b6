package latentlab.engine.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperparameterRangesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, -0.1, Double.NaN, Double.POSITIVE_INFINITY})
  void everyOptimiserRefusesALearningRateThatIsNotPositive(double rate) {
    String message = "learningRate must be a finite number above 0, but is " + rate;

    assertRefused(message, () -> new Adam(rate));
    assertRefused(message, () -> new AdamW(rate, 0));
    assertRefused(message, () -> new RmsProp(rate));
    assertRefused(message, () -> new StochasticGradientDescent(rate));
  }

  @ParameterizedTest
  @ValueSource(doubles = {1, -0.1, Double.NaN, 0.99999999999})
  void refusesDecaysThatForgetNothingInSinglePrecision(double decay) {
    String message = " must be in [0, 1), in single precision too, but is " + decay;

    assertRefused("beta1" + message, () -> new Adam(0.1, decay, 0.9));
    assertRefused("beta2" + message, () -> new Adam(0.1, 0.9, decay));
    assertRefused("beta1" + message, () -> new AdamW(0.1, decay, 0.9, 1e-8, 0));
    assertRefused("beta2" + message, () -> new AdamW(0.1, 0.9, decay, 1e-8, 0));
    assertRefused("decay" + message, () -> new RmsProp(0.1, decay, 1e-8));
    assertRefused("momentum" + message, () -> new StochasticGradientDescent(0.1, decay, false));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1e-8, 1e-40, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAnEpsilonThatDoesNotKeepFromDividingByZero(double epsilon) {
    String message = "epsilon must be a finite number of at least 1.0E-30, but is " + epsilon;

    assertRefused(message, () -> new Adam(0.1, 0.9, 0.99, epsilon));
    assertRefused(message, () -> new AdamW(0.1, 0.9, 0.99, epsilon, 0));
    assertRefused(message, () -> new RmsProp(0.1, 0.9, epsilon));
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 2, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightDecayThatWouldTurnSigns(double decay) {
    assertRefused(
        "weightDecay must be in [0, 1 / learningRate), but is " + decay,
        () -> new AdamW(0.5, decay));
  }

  @Test
  void refusesNesterovsFormWithoutMomentum() {
    assertRefused(
        "momentum must be above 0 where nesterov is set, but is 0.0",
        () -> new StochasticGradientDescent(0.1, 0, true));
  }

  @Test
  void theShortConstructorsHaveTheUsualValues() {
    assertThat(new Adam(0.1)).isEqualTo(new Adam(0.1, 0.9, 0.999, 1e-8));
    assertThat(new Adam(0.1, 0.5, 0.9)).isEqualTo(new Adam(0.1, 0.5, 0.9, 1e-8));
    assertThat(new AdamW(0.1, 0.01)).isEqualTo(new AdamW(0.1, 0.9, 0.999, 1e-8, 0.01));
    assertThat(new RmsProp(0.1)).isEqualTo(new RmsProp(0.1, 0.99, 1e-8));
    assertThat(new StochasticGradientDescent(0.1))
        .isEqualTo(new StochasticGradientDescent(0.1, 0, false));
  }

  private static void assertRefused(String message, ThrowingCallable call) {
    assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
  }
}
