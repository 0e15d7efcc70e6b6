package latentlab.engine.layers.normalization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GroupNormalizationTest {

  static Stream<Arguments> layers() {
    List<LayerCase> cases = new ArrayList<>();
    cases.add(silu(new FeatureShape(28, 28, 32), 8, 3));
    cases.add(silu(new FeatureShape(7, 7, 64), 8, 5));
    cases.add(silu(new FeatureShape(1, 1, 12), 3, 1));
    cases.add(silu(new FeatureShape(5, 3, 7), 7, 4));
    cases.add(plain(new FeatureShape(9, 7, 6), 1, 4));
    cases.add(plain(new FeatureShape(46, 56, 16), 4, 1));
    cases.add(plain(new FeatureShape(3, 2, 2048), 32, 2));
    for (int i = 0; i < 8; i++) {
      RandomGenerator random = new Seed(19).derive("shape", i).generator();
      int groups = random.nextInt(1, 9);
      int channels = groups * random.nextInt(1, 9);
      FeatureShape shape = new FeatureShape(random.nextInt(2, 20), random.nextInt(2, 20), channels);
      cases.add(silu(shape, groups, random.nextInt(1, 9)));
      cases.add(plain(shape, groups, 2).inPass(Pass.INFERENCE));
    }
    return LayerCase.onAllPrimitives(cases);
  }

  private static LayerCase silu(FeatureShape shape, int groups, int rows) {
    return LayerCase.of(
        new GroupNormalization(groups, ActivationFunction.SILU),
        shape,
        rows,
        NaiveNormalization.groups(shape, groups, NaiveNormalization::silu));
  }

  private static LayerCase plain(FeatureShape shape, int groups, int rows) {
    return LayerCase.of(
        new GroupNormalization(groups),
        shape,
        rows,
        NaiveNormalization.groups(shape, groups, x -> x));
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
  void fusesFunctionsWhoseDerivativeFollowsFromTheOutput() {
    FeatureShape shape = new FeatureShape(6, 5, 4);
    LayerCase tested =
        LayerCase.of(
            new GroupNormalization(2, ActivationFunction.TANH),
            shape,
            3,
            NaiveNormalization.groups(shape, 2, Math::tanh));

    LayerCheck.assertComputesItsDefinition("plain", tested);
    LayerCheck.assertGradientsEqualCentralDifferences("plain", tested);
  }

  @Test
  void losesNothingToALargeMean() {
    FeatureShape shape = new FeatureShape(16, 16, 4);
    float[] values = LayerCheck.gaussian(2 * shape.size(), new Seed(8));
    for (int i = 0; i < values.length; i++) {
      values[i] = 4096 + Math.round(values[i] * 64) / 64f;
    }
    LayerCase tested = plain(shape, 2, 2).withInputs(List.of(values), List.of(true));

    LayerCheck.assertComputesItsDefinition("plain", tested);
  }

  @Test
  void refusesChannelsThatCannotBeDivided() {
    assertThatThrownBy(() -> new GroupNormalization(8).output(new FeatureShape(4, 4, 12)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("divided into 8 groups, not 4x4x12");
    assertThatThrownBy(() -> new GroupNormalization(0).output(new FeatureShape(4, 4, 12)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepsItsParametersLikeBatchNormalisation() {
    assertThat(new GroupNormalization(2).parameters(new FeatureShape(4, 4, 12)))
        .singleElement()
        .satisfies(
            parameter -> {
              assertThat(parameter.name()).isEqualTo("scale_shift");
              assertThat(parameter.shape()).containsExactly(2L, 12L);
              assertThat(parameter.trained()).isTrue();
            });
  }
}
