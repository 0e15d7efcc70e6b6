package latentlab.engine.layers.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.engine.primitives.plain.PlainPrimitives;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SelfAttentionTest {

  private static final int RANDOM_SHAPES = 6;

  static Stream<Arguments> layers() {
    List<LayerCase> cases = new ArrayList<>();
    for (boolean causal : new boolean[] {false, true}) {
      cases.add(attention(new FeatureShape(7, 7, 64), 4, causal, 0.3f));
      cases.add(attention(new FeatureShape(1, 1, 5), 3, causal, 1f));
      cases.add(attention(new FeatureShape(5, 3, 1), 1, causal, 1f));
      cases.add(attention(new FeatureShape(16, 17, 3), 2, causal, 1f));
      for (int i = 0; i < RANDOM_SHAPES; i++) {
        RandomGenerator random = new Seed(78).derive("shape", i).generator();
        FeatureShape shape =
            new FeatureShape(random.nextInt(1, 9), random.nextInt(1, 9), random.nextInt(1, 20));
        cases.add(attention(shape, random.nextInt(1, 12), causal, 0.5f));
      }
    }
    return LayerCase.onAllPrimitives(cases);
  }

  /** Inputs small enough that no softmax saturates, where there would be no slopes to compare. */
  private static LayerCase attention(FeatureShape shape, int rows, boolean causal, float spread) {
    float[] input = LayerCheck.gaussian(rows * shape.size(), new Seed(32));
    for (int i = 0; i < input.length; i++) {
      input[i] *= spread / (float) Math.sqrt(shape.channels());
    }
    return LayerCase.of(
            new SelfAttention(WeightRule.GLOROT, causal),
            shape,
            rows,
            NaiveAttention.of(shape, causal))
        .withInputs(List.of(input), List.of(true));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesWhatItsDefinitionSays(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
    LayerCheck.assertComputesItsDefinition(primitives, tested.inPass(Pass.INFERENCE));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  /** 729 positions make products so large that OpenBLAS splits each over its own threads. */
  @ParameterizedTest
  @MethodSource("primitives")
  void manyPositionsEqualTheDefinition(String primitives) {
    LayerCheck.assertComputesItsDefinition(
        primitives, attention(new FeatureShape(27, 27, 6), 3, false, 1f));
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void causalAttentionDoesNotSeeLaterPositions(String name) {
    FeatureShape shape = new FeatureShape(3, 4, 5);
    float[] before = LayerCheck.gaussian(shape.size(), new Seed(1));
    float[] after = before.clone();
    int firstMoved = 7 * shape.channels();
    for (int i = firstMoved; i < after.length; i++) {
      after[i] = -100 * before[i];
    }
    try (Primitives primitives = PrimitivesForTests.named(name);
        Layer layer = layer(primitives, shape, true)) {
      float[] first = forward(layer, before);
      float[] second = forward(layer, after);
      for (int i = 0; i < firstMoved; i++) {
        assertThat(second[i]).as("value %d", i).isEqualTo(first[i]);
      }
      assertThat(second[firstMoved]).isNotEqualTo(first[firstMoved]);
    }
  }

  /** Scores of millions: the softmax picks one position and nothing overflows. */
  @ParameterizedTest
  @MethodSource("primitives")
  void hugeScoresStayFinite(String name) {
    FeatureShape shape = new FeatureShape(3, 3, 4);
    float[] input = LayerCheck.gaussian(shape.size(), new Seed(2));
    for (int i = 0; i < input.length; i++) {
      input[i] *= 1000;
    }
    try (Primitives primitives = PrimitivesForTests.named(name);
        Layer layer = layer(primitives, shape, false)) {
      for (float value : forward(layer, input)) {
        assertThat(value).isFinite();
      }
      Matrix error = Matrix.allocate(1, shape.size());
      error.array().assign(1);
      float[] inputError = new float[shape.size()];
      layer.backward(error, new Wanted(true, true)).get(0).copyTo(inputError);
      for (float value : inputError) {
        assertThat(value).isFinite();
      }
    }
  }

  @Test
  void oneThreadAndTwoAgree() {
    FeatureShape shape = new FeatureShape(7, 7, 16);
    float[] input = LayerCheck.gaussian(9 * shape.size(), new Seed(3));
    try (Primitives one = new PlainPrimitives(new Workers(1));
        Primitives two = new PlainPrimitives(new Workers(2));
        Layer onOne = layer(one, shape, false);
        Layer onTwo = layer(two, shape, false)) {
      assertThat(forward(onTwo, 9, input)).containsExactly(forward(onOne, 9, input), within(1e-4f));
    }
  }

  @Test
  void refusesMorePositionsThanWeightsCanBeAddressed() {
    SelfAttention layer = new SelfAttention(WeightRule.GLOROT);
    assertThatThrownBy(() -> layer.output(new FeatureShape(200, 200, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("40000 positions")
        .hasMessageContaining("200x200x1");
  }

  @Test
  void refusesToTrainOnABatchWhoseWeightsCannotBeAddressed() {
    FeatureShape shape = new FeatureShape(100, 100, 1);
    try (Primitives primitives = new PlainPrimitives(new Workers(1));
        Layer layer = layer(primitives, shape, false)) {
      Matrix batch = Matrix.allocate(6, shape.size());
      assertThatThrownBy(() -> layer.forward(List.of(batch), Pass.TRAINING))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("tested")
          .hasMessageContaining("at most 5 images");
    }
  }

  @Test
  void countsThePeersParameters() {
    long parameters =
        new SelfAttention(WeightRule.GLOROT)
            .parameters(new FeatureShape(7, 7, 64)).stream().mapToLong(Parameter::size).sum();
    assertThat(parameters).isEqualTo(64 * 192 + 192 + 64 * 64 + 64);
  }

  private static Layer layer(Primitives primitives, FeatureShape shape, boolean causal) {
    SelfAttention configuration = new SelfAttention(WeightRule.GLOROT, causal);
    Map<String, ParameterView> views = new HashMap<>();
    for (Parameter parameter : configuration.parameters(shape)) {
      int rows = parameter.shape().size() == 1 ? 1 : Math.toIntExact(parameter.shape().get(0));
      Matrix values = Matrix.allocate(rows, parameter.size() / rows);
      values.copyFrom(LayerCheck.gaussian(parameter.size(), new Seed(4).derive(parameter.name())));
      Matrix gradient = Matrix.allocate(rows, parameter.size() / rows);
      views.put(parameter.name(), new ParameterView(parameter, values, gradient));
    }
    return configuration.build(
        new LayerContext(
            "tested", List.of(shape), false, primitives, views, SharedParameters.NONE));
  }

  private static float[] forward(Layer layer, float[] image) {
    return forward(layer, 1, image);
  }

  private static float[] forward(Layer layer, int rows, float[] images) {
    Matrix batch = Matrix.allocate(rows, images.length / rows);
    batch.copyFrom(images);
    float[] output = new float[images.length];
    layer.forward(List.of(batch), Pass.TRAINING).copyTo(output);
    return output;
  }
}
