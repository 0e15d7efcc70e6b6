package latentlab.engine.layers.normalization;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LayerNormalizationTest {

  static Stream<Arguments> layers() {
    List<LayerCase> cases = new ArrayList<>();
    for (NormalizationScope scope : NormalizationScope.values()) {
      cases.add(layer(scope, FeatureShape.vector(10), 7));
      cases.add(layer(scope, FeatureShape.vector(1601), 3));
      cases.add(layer(scope, new FeatureShape(7, 9, 5), 1));
      cases.add(layer(scope, new FeatureShape(28, 28, 3), 40));
      cases.add(layer(scope, new FeatureShape(4, 4, 3), 5).inPass(Pass.INFERENCE));
      for (int i = 0; i < 5; i++) {
        RandomGenerator random = new Seed(23).derive("shape", i).generator();
        FeatureShape shape =
            new FeatureShape(random.nextInt(1, 12), random.nextInt(1, 12), random.nextInt(2, 70));
        cases.add(layer(scope, shape, random.nextInt(1, 9)));
      }
    }
    return LayerCase.onAllPrimitives(cases);
  }

  private static LayerCase layer(NormalizationScope scope, FeatureShape shape, int rows) {
    int length = scope == NormalizationScope.EXAMPLE ? shape.size() : shape.channels();
    return LayerCase.of(
        new LayerNormalization(scope), shape, rows, NaiveNormalization.runs(length));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesWhatItsDefinitionSays(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    if (tested.pass().training()) {
      LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
    }
  }

  @Test
  void scalesEachValueOfAnExampleOrEachChannel() {
    FeatureShape shape = new FeatureShape(4, 5, 3);

    assertThat(new LayerNormalization().parameters(shape).get(0).shape()).containsExactly(2L, 60L);
    assertThat(new LayerNormalization(NormalizationScope.PIXEL).parameters(shape).get(0).shape())
        .containsExactly(2L, 3L);
  }
}
