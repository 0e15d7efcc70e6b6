package latentlab.engine.layers.noise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.Pass;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that disturb their input in training. */
class NoiseLayersTest {

  private static final int COLUMNS = 3137;
  private static final int ROWS = 64;
  private static final double COUNT = (double) ROWS * COLUMNS;

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(NoiseCases.all());
  }

  static List<LayerConfiguration> disturbing() {
    return NoiseCases.disturbing();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesWhatItsDefinitionSays(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  private static float[] disturbed(LayerConfiguration layer, float value, long seed) {
    try (BuiltLayer built = new BuiltLayer(layer, COLUMNS)) {
      return built.forward(value, ROWS, Pass.training(new Seed(seed)));
    }
  }

  private static long count(float[] values, float wanted) {
    int found = 0;
    for (float value : values) {
      found += value == wanted ? 1 : 0;
    }
    return found;
  }

  /** Five standard deviations of a count, which a right one leaves once in two million times. */
  private static double fiveDeviations(double probability) {
    return 5 * Math.sqrt(COUNT * probability * (1 - probability));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.5, 0.95})
  void dropsAsManyValuesAsTheRateSays(double rate) {
    long dropped = count(disturbed(new Dropout(rate), 1, 1), 0);
    assertThat((double) dropped).isCloseTo(COUNT * rate, within(fiveDeviations(rate)));
    long masked = count(disturbed(new MaskingNoise(rate), 1, 2), 0);
    assertThat((double) masked).isCloseTo(COUNT * rate, within(fiveDeviations(rate)));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.2, 0.95, 1})
  void replacesAsManyValuesByZeroAsByOne(double rate) {
    float[] values = disturbed(new SaltAndPepperNoise(rate), 0.5f, 3);
    double tolerance = fiveDeviations(rate / 2);
    assertThat((double) count(values, 0)).isCloseTo(COUNT * rate / 2, within(tolerance));
    assertThat((double) count(values, 1)).isCloseTo(COUNT * rate / 2, within(tolerance));
    assertThat(count(values, 0) + count(values, 1) + count(values, 0.5f)).isEqualTo((long) COUNT);
  }

  @Test
  void masksEverythingAtARateOfOne() {
    assertThat(disturbed(new MaskingNoise(1), 1, 4)).containsOnly(0f);
  }

  @Test
  void addsNumbersOfTheGivenMeanAndDeviation() {
    float[] noise = disturbed(new GaussianNoise(0.3), 0, 5);
    double sum = 0;
    double squares = 0;
    for (float value : noise) {
      sum += value;
      squares += value * (double) value;
    }
    assertThat(sum / COUNT).isCloseTo(0, within(5 * 0.3 / Math.sqrt(COUNT)));
    assertThat(squares / COUNT).isCloseTo(0.09, within(5 * 0.09 * Math.sqrt(2 / COUNT)));
  }

  /** Neighbours, across the halves of a random long, and rows are dropped independently. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, COLUMNS, 2 * COLUMNS, 2048})
  void dropsValuesIndependentlyOfOthers(int distance) {
    float[] values = disturbed(new Dropout(0.5), 1, 6);
    int both = 0;
    int pairs = values.length - distance;
    for (int i = 0; i < pairs; i++) {
      both += values[i] == 0 && values[i + distance] == 0 ? 1 : 0;
    }
    assertThat(both / (double) pairs).isCloseTo(0.25, within(5 * Math.sqrt(0.1875 / pairs)));
  }

  @ParameterizedTest
  @MethodSource("disturbing")
  void repeatsItselfWithTheSameSeedOnly(LayerConfiguration layer) {
    float[] values = disturbed(layer, 0.7f, 7);
    assertThat(disturbed(layer, 0.7f, 7)).isEqualTo(values);
    assertThat(disturbed(layer, 0.7f, 8)).isNotEqualTo(values);
  }

  @ParameterizedTest
  @MethodSource("disturbing")
  void differsFromLayersOfOtherNames(LayerConfiguration layer) {
    Pass pass = Pass.training(new Seed(9));
    try (BuiltLayer first = new BuiltLayer(layer, COLUMNS, "first", 2);
        BuiltLayer second = new BuiltLayer(layer, COLUMNS, "second", 2)) {
      assertThat(first.forward(0.7f, 3, pass)).isNotEqualTo(second.forward(0.7f, 3, pass));
    }
  }

  @ParameterizedTest
  @MethodSource("disturbing")
  void dependsNeitherOnThreadsNorOnTheNumberOfRows(LayerConfiguration layer) {
    Pass pass = Pass.training(new Seed(10));
    try (BuiltLayer one = new BuiltLayer(layer, COLUMNS, "same", 1);
        BuiltLayer three = new BuiltLayer(layer, COLUMNS, "same", 3)) {
      float[] ofOne = one.forward(0.7f, ROWS, pass);
      assertThat(three.forward(0.7f, ROWS, pass)).isEqualTo(ofOne);
      assertThat(three.backwardOnes(ROWS)).isEqualTo(one.backwardOnes(ROWS));
      assertThat(one.forward(0.7f, 2, pass)).isEqualTo(Arrays.copyOf(ofOne, 2 * COLUMNS));
    }
  }

  @ParameterizedTest
  @MethodSource("disturbing")
  void needsASeedInTrainingAlone(LayerConfiguration layer) {
    try (BuiltLayer built = new BuiltLayer(layer, 4)) {
      assertThat(built.forward(0.7f, 2, Pass.INFERENCE)).containsOnly(0.7f);
      assertThatIllegalStateException()
          .isThrownBy(() -> built.forward(0.7f, 2, Pass.TRAINING))
          .withMessageContaining(BuiltLayer.NAME);
    }
  }

  @Test
  void needsNoSeedWhereNothingIsDisturbed() {
    for (LayerConfiguration layer :
        List.of(
            new Dropout(0), new MaskingNoise(0), new SaltAndPepperNoise(0), new GaussianNoise(0))) {
      try (BuiltLayer built = new BuiltLayer(layer, 4)) {
        assertThat(built.forward(0.7f, 2, Pass.TRAINING)).containsOnly(0.7f);
        assertThat(built.backwardOnes(2)).containsOnly(1f);
      }
    }
  }

  @Test
  void refusesRatesAndDeviationsThatMakeNoSense() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertRefused(() -> new Dropout(wrong), "the rate must be");
      assertRefused(() -> new MaskingNoise(wrong), "the rate must be");
      assertRefused(() -> new SaltAndPepperNoise(wrong), "the rate must be");
    }
    assertRefused(() -> new Dropout(1), "less than 1, not 1.0");
    for (double wrong : new double[] {-1, Double.POSITIVE_INFINITY, Double.NaN}) {
      assertRefused(() -> new GaussianNoise(wrong), "the deviation must be");
    }
  }

  private static void assertRefused(Runnable call, String message) {
    assertThatIllegalArgumentException().isThrownBy(call::run).withMessageContaining(message);
  }
}
