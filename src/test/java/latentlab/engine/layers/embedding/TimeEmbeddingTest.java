package latentlab.engine.layers.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.plain.PlainPrimitives;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeEmbeddingTest {

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(
        List.of(
            embedding(32, 1e4, 0, 1, 2, 499.5f, 999),
            embedding(4, 1e4, 7),
            embedding(6, 100, -3, 1000),
            embedding(130, 1e5, 31)));
  }

  private static LayerCase embedding(int size, double period, float... steps) {
    int half = size / 2;
    return LayerCase.of(
            new TimeEmbedding(size, period),
            FeatureShape.vector(1),
            steps.length,
            (x, parameters) -> {
              double[] y = new double[x.length * size];
              for (int r = 0; r < x.length; r++) {
                for (int i = 0; i < half; i++) {
                  double angle = x[r] * Math.pow(period, -i / (half - 1.0));
                  y[r * size + i] = Math.sin(angle);
                  y[r * size + half + i] = Math.cos(angle);
                }
              }
              return y;
            })
        .withInputs(List.of(steps), List.of(false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesSinesAndCosines(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  @Test
  void theErrorOfItsInputIsZeroEachTime() {
    try (Primitives primitives = new PlainPrimitives(new Workers(1));
        Layer layer =
            new TimeEmbedding(4, 1e4)
                .build(
                    new LayerContext(
                        "time",
                        List.of(FeatureShape.vector(1)),
                        false,
                        primitives,
                        Map.of(),
                        SharedParameters.NONE))) {
      for (int pass = 0; pass < 2; pass++) {
        Matrix steps = Matrix.allocate(3, 1);
        steps.array().assign(5);
        layer.forward(List.of(steps), Pass.TRAINING);
        Matrix error = Matrix.allocate(3, 4);
        error.array().assign(1);
        Matrix inputError = layer.backward(error, new Wanted(true, true)).get(0);
        assertThat(inputError.array().toFloatVector()).containsExactly(0f, 0f, 0f);
        inputError.array().assign(7);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {-2, 0, 2, 5})
  void refusesSizesThatAreOddOrTooSmall(int size) {
    assertThatThrownBy(() -> new TimeEmbedding(size, 1e4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + size);
  }

  @ParameterizedTest
  @ValueSource(doubles = {-1, 1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesPeriodsThatAreNone(double period) {
    assertThatThrownBy(() -> new TimeEmbedding(32, period))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + period);
  }

  @Test
  void refusesMoreThanOneNumber() {
    assertThatThrownBy(() -> new TimeEmbedding(32, 1e4).output(FeatureShape.vector(2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("1x1x2");
  }
}
