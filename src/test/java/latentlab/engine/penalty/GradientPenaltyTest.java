package latentlab.engine.penalty;

import static latentlab.engine.penalty.CriticBatches.critic;
import static latentlab.engine.penalty.CriticBatches.doubles;
import static latentlab.engine.penalty.CriticBatches.largest;
import static latentlab.engine.penalty.CriticBatches.matrix;
import static latentlab.engine.penalty.CriticBatches.ones;
import static latentlab.engine.penalty.CriticBatches.points;
import static latentlab.engine.penalty.CriticBatches.pull;
import static latentlab.engine.penalty.CriticBatches.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.TangentPasses;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.storage.Tensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class GradientPenaltyTest {

  private static final double LAMBDA = 10;
  private static final double STEP = 1e-6;
  private static final double TOLERANCE = 1e-4;

  /** Of the differences, where the gradient is 0. */
  private static final double NOISE = 1e-7;

  static Stream<Arguments> cases() {
    return PrimitivesForTests.names()
        .flatMap(name -> PenaltyCase.all().stream().map(tested -> Arguments.of(name, tested)));
  }

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void givesThePenaltyAndTheMeanNormOfTheDefinition(String primitives, PenaltyCase tested) {
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      for (int rows : new int[] {1, 6, 37}) {
        Map<String, double[]> parameters = doubles(critic.weights());
        double[][] points = doubles(points(tested.plan(), rows));
        double norms =
            Arrays.stream(points)
                .mapToDouble(x -> tested.naive().slopeNorm(x, parameters))
                .average()
                .orElseThrow();
        double expected = tested.naive().penalty(points, parameters, LAMBDA);

        PenaltyValue value = penalty.compute(points(tested.plan(), rows), LAMBDA);

        assertThat(value.penalty()).isCloseTo(expected, within(TOLERANCE * expected));
        assertThat(value.meanNorm()).isCloseTo(norms, within(TOLERANCE * norms));
      }
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theGradientEqualsCentralDifferencesOfThePenalty(String primitives, PenaltyCase tested) {
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      for (int rows : new int[] {1, 5}) {
        Matrix points = points(tested.plan(), rows);
        penalty.compute(points, LAMBDA);
        compare(critic.gradients(), tested.naive(), doubles(points), doubles(critic.weights()));
      }
    }
  }

  private static void compare(
      Tensors gradients, NaiveCritic naive, double[][] points, Map<String, double[]> parameters) {
    gradients
        .byName()
        .forEach(
            (name, gradient) -> {
              double[] moved = LayerCase.get(parameters, name);
              compare(
                  name, gradient.values(), moved, () -> naive.penalty(points, parameters, LAMBDA));
            });
  }

  /** At every value; rounding of floats is measured against the largest component. */
  private static void compare(
      String name, float[] gradient, double[] moved, DoubleSupplier penalty) {
    double tolerance = Math.max(TOLERANCE * largest(gradient), NOISE);
    for (int i = 0; i < moved.length; i++) {
      double old = moved[i];
      moved[i] = old + STEP;
      double up = penalty.getAsDouble();
      moved[i] = old - STEP;
      double down = penalty.getAsDouble();
      moved[i] = old;
      assertThat((double) gradient[i])
          .as("%s[%d]", name, i)
          .isCloseTo((up - down) / (2 * STEP), within(tolerance));
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theGradientsOfBiasesAreZero(String primitives, PenaltyCase tested) {
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      ordinaryGradients(critic, points(tested.plan(), 4));
      penalty.compute(points(tested.plan(), 4), LAMBDA);
      assertThat(critic.gradients().byName())
          .allSatisfy(
              (name, gradient) -> {
                if (name.endsWith(".bias")) {
                  assertThat(gradient.values()).containsOnly(0f);
                }
              });
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void theTangentAlongTheSlopeIsItsNorm(String primitives, PenaltyCase tested) {
    int rows = 5;
    try (Network critic = critic(primitives, tested.plan())) {
      TangentPasses tangents = critic.tangentPasses();
      critic.forward(points(tested.plan(), rows));
      float[] slopes = values(critic.backwardToInput(ones(rows)));
      float[] norms = normalizeRows(slopes, rows);

      float[] tangent = values(tangents.forward(matrix(slopes, rows)));

      assertThat(tangent).containsExactly(norms, within(1e-5f * (float) largest(norms)));
    }
  }

  private static float[] normalizeRows(float[] values, int rows) {
    int columns = values.length / rows;
    float[] norms = new float[rows];
    for (int r = 0; r < rows; r++) {
      double sum = 0;
      for (int i = r * columns; i < (r + 1) * columns; i++) {
        sum += values[i] * values[i];
      }
      norms[r] = (float) Math.sqrt(sum);
      for (int i = r * columns; i < (r + 1) * columns; i++) {
        values[i] /= norms[r];
      }
    }
    return norms;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("cases")
  void leavesTheOrdinaryPassesAlone(String primitives, PenaltyCase tested) {
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      Matrix points = points(tested.plan(), 4);
      Map<String, float[]> before = ordinaryGradients(critic, points);
      float[] pointsBefore = values(points);
      penalty.compute(points, LAMBDA);
      assertThat(values(points)).isEqualTo(pointsBefore);

      // The same batch is still the one that went forward last.
      Map<String, float[]> withoutForward = copies(critic, critic.backward(pull(4)));
      Map<String, float[]> after = ordinaryGradients(critic, points);

      before.forEach(
          (name, gradient) -> {
            assertThat(withoutForward.get(name)).as(name).isEqualTo(gradient);
            assertThat(after.get(name)).as(name).isEqualTo(gradient);
          });
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void addsToGradientsThatAreHeld(String primitives) {
    PenaltyCase tested = PenaltyCase.convolutional();
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      Matrix points = points(tested.plan(), 3);
      ordinaryGradients(critic, points);
      Map<String, double[]> ordinary = doubles(critic.gradients());
      penalty.compute(points, LAMBDA);
      Map<String, double[]> ofPenalty = doubles(critic.gradients());

      ordinaryGradients(critic, points);
      critic.holdGradients();
      penalty.compute(points, LAMBDA);

      doubles(critic.gradients())
          .forEach(
              (name, sum) -> {
                double[] expected = LayerCase.get(ordinary, name).clone();
                for (int i = 0; i < expected.length; i++) {
                  expected[i] += LayerCase.get(ofPenalty, name)[i];
                }
                assertThat(sum).as(name).containsExactly(expected, within(1e-5));
              });
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void aSlopeOfZeroAddsToThePenaltyButNotToTheGradient(String primitives) {
    PenaltyCase tested = PenaltyCase.denseWithActivationsOfItsOwn();
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      Tensors weights = critic.weights();
      Arrays.fill(weights.get("critic.2.weight").values(), 0f);
      critic.setWeights(weights);

      PenaltyValue value = penalty.compute(points(tested.plan(), 3), LAMBDA);

      assertThat(value).isEqualTo(new PenaltyValue(LAMBDA, 0));
      assertThat(critic.gradients().byName())
          .allSatisfy((name, gradient) -> assertThat(gradient.values()).containsOnly(0f));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void updatesPullTheNormToOne(String primitives) {
    PenaltyCase tested = PenaltyCase.convolutional();
    try (Network critic = critic(primitives, tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      Matrix points = points(tested.plan(), 16);
      double first = penalty.compute(points, LAMBDA).penalty();
      for (int i = 0; i < 100; i++) {
        critic.update();
        penalty.compute(points, LAMBDA);
      }
      PenaltyValue last = penalty.compute(points, LAMBDA);
      assertThat(last.penalty()).isLessThan(0.1 * first);
      assertThat(last.meanNorm()).isCloseTo(1, within(0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAWeightThatIsNegativeOrNotFinite(double lambda) {
    PenaltyCase tested = PenaltyCase.denseWithActivationsOfItsOwn();
    try (Network critic = critic("plain", tested.plan());
        GradientPenalty penalty = new GradientPenalty(critic)) {
      Matrix points = points(tested.plan(), 2);
      assertThatThrownBy(() -> penalty.compute(points, lambda))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(String.valueOf(lambda));
    }
  }

  private static Map<String, float[]> ordinaryGradients(Network critic, Matrix points) {
    critic.forward(points);
    return copies(critic, critic.backward(pull(points.rows())));
  }

  private static Map<String, float[]> copies(Network critic, Matrix inputError) {
    Map<String, float[]> copies = new LinkedHashMap<>();
    critic.gradients().byName().forEach((name, tensor) -> copies.put(name, tensor.values()));
    copies.put("input", values(inputError));
    return copies;
  }
}
