package latentlab.engine.losses;

import static latentlab.engine.losses.Batches.assertGradient;
import static latentlab.engine.losses.Batches.gaussians;
import static latentlab.engine.losses.Batches.matrix;
import static latentlab.engine.losses.Batches.values;
import static latentlab.engine.losses.Batches.widened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdversarialLossTest {

  private static final float[] LOGITS = gaussians(1, 60, 2);

  /** The papers' formulas: the critic on real, on generated, and the generator. */
  static Stream<Arguments> formulas() {
    return Stream.of(
        formula(
            AdversarialLoss.NON_SATURATING, l -> -log(d(l)), l -> -log(1 - d(l)), l -> -log(d(l))),
        formula(AdversarialLoss.MINIMAX, l -> -log(d(l)), l -> -log(1 - d(l)), l -> log(1 - d(l))),
        formula(AdversarialLoss.HINGE, l -> Math.max(0, 1 - l), l -> Math.max(0, 1 + l), l -> -l),
        formula(AdversarialLoss.WASSERSTEIN, l -> -l, l -> l, l -> -l),
        formula(
            AdversarialLoss.LEAST_SQUARES,
            l -> 0.5 * (l - 1) * (l - 1),
            l -> 0.5 * l * l,
            l -> 0.5 * (l - 1) * (l - 1)));
  }

  @ParameterizedTest
  @MethodSource("formulas")
  void lossAndGradientAreThoseOfThePaper(
      AdversarialLoss loss,
      DoubleUnaryOperator real,
      DoubleUnaryOperator generated,
      DoubleUnaryOperator generator) {
    check(memory -> loss.criticOnReal(memory, 0.25f), real);
    check(memory -> loss.criticOnReal(memory, 1, 0.25f), real);
    check(memory -> loss.criticOnGenerated(memory, 0.25f), generated);
    check(memory -> loss.generator(memory, 0.25f), generator);
  }

  @Test
  void aSmoothedTargetIsThatOfTheCrossEntropyOrTheSquare() {
    DoubleUnaryOperator entropy = l -> -0.9 * log(d(l)) - 0.1 * log(1 - d(l));

    check(m -> AdversarialLoss.NON_SATURATING.criticOnReal(m, 0.9, 0.25f), entropy);
    check(m -> AdversarialLoss.MINIMAX.criticOnReal(m, 0.9, 0.25f), entropy);
    check(
        m -> AdversarialLoss.LEAST_SQUARES.criticOnReal(m, 0.9, 0.25f),
        l -> 0.5 * (l - 0.9) * (l - 0.9));
  }

  @Test
  void isFiniteAndExactForHugeLogits() {
    Matrix memory = matrix(2, 1, 1e4f, -1e4f);

    assertThat(AdversarialLoss.NON_SATURATING.criticOnReal(memory, 1f)).isEqualTo(1e4);
    assertThat(values(memory)).containsExactly(0f, -1f);

    memory.copyFrom(new float[] {1e4f, -1e4f});
    assertThat(AdversarialLoss.MINIMAX.generator(memory, 1f)).isEqualTo(-1e4);
    assertThat(values(memory)).containsExactly(new float[] {-1f, 0f}, within(0f));
  }

  @Test
  void theGeneratorsGradientVanishesForASureCriticOnlyWhereItSaturates() {
    Matrix saturating = matrix(1, 1, -15f);
    Matrix other = matrix(1, 1, -15f);

    AdversarialLoss.MINIMAX.generator(saturating, 1f);
    AdversarialLoss.NON_SATURATING.generator(other, 1f);

    assertThat(values(saturating)[0]).isBetween(-1e-6f, 0f);
    assertThat(values(other)[0]).isCloseTo(-1f, within(1e-6f));
  }

  @ParameterizedTest
  @EnumSource
  void doesNotHideNaN(AdversarialLoss loss) {
    Matrix memory = matrix(2, 1, Float.NaN, 0.5f);

    assertThat(loss.criticOnReal(memory, 1f)).isNaN();
    assertThat(values(memory)[0]).isNaN();
    assertThat(values(memory)[1]).isFinite();
    assertThat(loss.criticOnGenerated(memory, 1f)).isNaN();
    assertThat(loss.generator(memory, 1f)).isNaN();
  }

  @ParameterizedTest
  @EnumSource
  void refusesATargetThatTheLossDoesNotHave(AdversarialLoss loss) {
    Matrix memory = matrix(1, 1, 0.5f);
    double[] refused =
        loss.allowsLabelSmoothing() ? new double[] {0, 1.1, Double.NaN} : new double[] {0.9};

    for (double target : refused) {
      assertThatThrownBy(() -> loss.criticOnReal(memory, target, 1f))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(loss.name())
          .hasMessageContaining("not " + target);
    }
    assertThat(values(memory)).containsExactly(0.5f);
  }

  @ParameterizedTest
  @EnumSource
  void refusesMoreThanOneLogitForEachRow(AdversarialLoss loss) {
    Matrix memory = matrix(1, 2, 0.5f, 0.5f);

    assertThatThrownBy(() -> loss.generator(memory, 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("critic logits must be [rows, 1], not [1, 2]");
  }

  /** What is checked was called with a scale of 0.25. */
  private static void check(ToDoubleFunction<Matrix> loss, DoubleUnaryOperator formula) {
    ToDoubleFunction<double[]> naive = x -> Arrays.stream(x).map(formula).sum();
    Matrix memory = matrix(LOGITS.length, 1, LOGITS);

    double value = loss.applyAsDouble(memory);

    assertThat(value).isCloseTo(naive.applyAsDouble(widened(LOGITS)), within(1e-9));
    assertGradient(memory, LOGITS, 0.25, naive);
  }

  private static Arguments formula(
      AdversarialLoss loss,
      DoubleUnaryOperator real,
      DoubleUnaryOperator generated,
      DoubleUnaryOperator generator) {
    return Arguments.of(loss, real, generated, generator);
  }

  private static double d(double logit) {
    return 1 / (1 + Math.exp(-logit));
  }

  private static double log(double x) {
    return Math.log(x);
  }
}
