package latentlab.engine.layers.recurrent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.primitives.FeatureShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent layers and repetition on all primitives. */
class RecurrentLayersTest {

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(RecurrentCases.all());
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

  @Test
  void givesTheLastStateOrOneForEachStep() {
    FeatureShape image = new FeatureShape(28, 14, 2);
    assertThat(new GatedRecurrentUnit(9, StateOutput.LAST_STEP).output(image))
        .isEqualTo(FeatureShape.vector(9));
    assertThat(new LongShortTermMemory(9, StateOutput.EVERY_STEP).output(image))
        .isEqualTo(new FeatureShape(28, 1, 9));
    assertThat(new Repetition(5).output(image)).isEqualTo(new FeatureShape(5, 1, 28 * 28));
  }

  @Test
  void countsTheProductsOfAllSteps() {
    FeatureShape image = new FeatureShape(28, 14, 2);
    assertThat(new GatedRecurrentUnit(9, StateOutput.LAST_STEP).multiplyAdds(image))
        .isEqualTo(28L * 3 * 9 * (28 + 9));
    assertThat(new LongShortTermMemory(9, StateOutput.LAST_STEP).multiplyAdds(image))
        .isEqualTo(28L * 4 * 9 * (28 + 9));
  }

  @Test
  void refusesSizesThatMakeNoLayer() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new GatedRecurrentUnit(0, StateOutput.LAST_STEP))
        .withMessageContaining("1 to 16384 units, not 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LongShortTermMemory(-1, StateOutput.LAST_STEP))
        .withMessageContaining("1 to 16384 units, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LongShortTermMemory(1 << 30, StateOutput.LAST_STEP))
        .withMessageContaining("1 to 16384 units, not 1073741824");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Repetition(0))
        .withMessageContaining("needs steps, not 0");
  }

  @Test
  void refusesAnotherNumberOfInputsThanOne() {
    FeatureShape image = new FeatureShape(28, 28, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> new GatedRecurrentUnit(9, StateOutput.LAST_STEP).output(List.of(image, image)))
        .withMessageContaining("takes one input, not 2");
  }

  @Test
  void refusesARepetitionTooLargeToAddress() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Repetition(1 << 20).output(FeatureShape.vector(1 << 12)))
        .withMessageContaining("too large");
  }
}
