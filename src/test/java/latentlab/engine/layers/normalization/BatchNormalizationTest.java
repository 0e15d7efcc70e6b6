package latentlab.engine.layers.normalization;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.primitives.FeatureShape;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Batches of more than one block and stretch of pixels, channels of any number. */
class BatchNormalizationTest {

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(
        List.of(
            layer(new FeatureShape(28, 28, 32), 7),
            layer(new FeatureShape(28, 28, 1), 60),
            layer(FeatureShape.vector(700), 33),
            layer(new FeatureShape(5, 3, 17), 64)));
  }

  private static LayerCase layer(FeatureShape shape, int rows) {
    return LayerCase.of(
        new BatchNormalization(), shape, rows, NaiveNormalization.batch(shape, x -> x));
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
}
