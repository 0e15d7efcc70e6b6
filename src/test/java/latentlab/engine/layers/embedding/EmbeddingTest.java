package latentlab.engine.layers.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

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
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.plain.PlainPrimitives;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class EmbeddingTest {

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(
        List.of(
            lookUp(10, 128, FeatureShape.vector(1), 9),
            lookUp(10, 3, FeatureShape.vector(1), 1),
            lookUp(1, 5, FeatureShape.vector(1), 2),
            lookUp(7, 1, FeatureShape.vector(5), 4),
            lookUp(512, 17, new FeatureShape(7, 7, 1), 5),
            lookUp(30, 4, new FeatureShape(1, 9, 1), 3)));
  }

  private static LayerCase lookUp(int entries, int size, FeatureShape shape, int rows) {
    RandomGenerator random = new Seed(21).generator();
    float[] numbers = new float[rows * shape.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = random.nextInt(entries);
    }
    return LayerCase.of(
            new Embedding(entries, size),
            shape,
            rows,
            (x, parameters) -> {
              double[] table = LayerCase.get(parameters, "weight");
              double[] y = new double[x.length * size];
              for (int i = 0; i < y.length; i++) {
                y[i] = table[((int) x[i / size]) * size + i % size];
              }
              return y;
            })
        .withInputs(List.of(numbers), List.of(false));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void looksUpTheVectorOfEachNumber(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  @Test
  void givesEachPositionChannels() {
    Embedding layer = new Embedding(10, 8);
    assertThat(layer.output(FeatureShape.vector(1))).isEqualTo(FeatureShape.vector(8));
    assertThat(layer.output(FeatureShape.vector(5))).isEqualTo(new FeatureShape(1, 5, 8));
    assertThat(layer.output(new FeatureShape(7, 6, 1))).isEqualTo(new FeatureShape(7, 6, 8));
  }

  @Test
  void addsTheErrorsOfANumberThatComesSeveralTimesAndClearsThoseOfTheBatchBefore() {
    try (Primitives primitives = new PlainPrimitives(new Workers(1));
        Layer layer = layer(primitives)) {
      backward(layer, new float[] {3, 0}, new float[] {9, 9, 9, 9});
      assertThat(backward(layer, new float[] {2, 2}, new float[] {1, 10, 100, 1000}))
          .containsExactly(0, 0, 0, 0, 101, 1010, 0, 0);
    }
  }

  @Test
  void theErrorOfItsInputIsZeroEachTime() {
    try (Primitives primitives = new PlainPrimitives(new Workers(1));
        Layer layer = layer(primitives)) {
      for (int pass = 0; pass < 2; pass++) {
        layer.forward(List.of(batch(2, new float[] {1, 2})), Pass.TRAINING);
        Matrix error =
            layer.backward(batch(2, new float[] {1, 2, 3, 4}), new Wanted(false, true)).get(0);
        assertThat(error.rows()).isEqualTo(2);
        assertThat(error.columns()).isEqualTo(1);
        assertThat(error.array().toFloatVector()).containsExactly(0f, 0f);
        error.array().assign(7);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(floats = {-1, 4, 0.5f, 1e20f, Float.NaN, Float.NEGATIVE_INFINITY})
  void refusesWhatIsNoEntry(float number) {
    try (Primitives primitives = new PlainPrimitives(new Workers(1));
        Layer layer = layer(primitives)) {
      Matrix batch = batch(2, new float[] {1, number});
      assertThatThrownBy(() -> layer.forward(List.of(batch), Pass.INFERENCE))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("labels")
          .hasMessageContaining(String.valueOf(number))
          .hasMessageContaining("0 to 3");
    }
  }

  @Test
  void refusesImagesWithChannels() {
    assertThatThrownBy(() -> new Embedding(4, 2).output(new FeatureShape(7, 7, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7x7x2");
  }

  @Test
  void refusesATableThatCannotBe() {
    assertThatThrownBy(() -> new Embedding(0, 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Embedding(2, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Embedding((1 << 24) + 1, 1))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Embedding(1 << 20, 1 << 20))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("too large");
    assertThatThrownBy(() -> new Embedding(2, 2, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("-1");
    assertThatThrownBy(() -> new Embedding(2, 2, Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void vectorsStartAsNormalNumbersOfTheGivenDeviation() {
    Parameter table = new Embedding(500, 40, 0.25).parameters(FeatureShape.vector(1)).get(0);
    INDArray values = Nd4j.create(table.size());
    Nd4j.getRandom().setSeed(11);
    table.initialization().writer().accept(values);
    assertThat(values.meanNumber().doubleValue()).isCloseTo(0, within(0.01));
    assertThat(values.stdNumber().doubleValue()).isCloseTo(0.25, within(0.01));
    INDArray again = Nd4j.create(table.size());
    Nd4j.getRandom().setSeed(11);
    table.initialization().writer().accept(again);
    assertThat(again.toFloatVector()).isEqualTo(values.toFloatVector());
  }

  /** Four vectors of two values. */
  private static Layer layer(Primitives primitives) {
    Embedding embedding = new Embedding(4, 2);
    Parameter parameter = embedding.parameters(FeatureShape.vector(1)).get(0);
    Matrix values = Matrix.allocate(4, 2);
    values.array().assign(1);
    ParameterView view = new ParameterView(parameter, values, Matrix.allocate(4, 2));
    return new GradientReader(
        embedding.build(
            new LayerContext(
                "labels",
                List.of(FeatureShape.vector(1)),
                false,
                primitives,
                Map.of("weight", view),
                SharedParameters.NONE)),
        view.gradient());
  }

  /** A layer with its gradient at hand. */
  private record GradientReader(Layer layer, Matrix gradient) implements Layer {
    @Override
    public Matrix forward(List<Matrix> inputs, Pass pass) {
      return layer.forward(inputs, pass);
    }

    @Override
    public List<Matrix> backward(Matrix error, Wanted wanted) {
      return layer.backward(error, wanted);
    }

    @Override
    public void close() {
      layer.close();
    }
  }

  private static float[] backward(Layer layer, float[] numbers, float[] error) {
    layer.forward(List.of(batch(numbers.length, numbers)), Pass.TRAINING);
    layer.backward(batch(numbers.length, error), new Wanted(true, false));
    float[] gradient = new float[8];
    ((GradientReader) layer).gradient().copyTo(gradient);
    return gradient;
  }

  private static Matrix batch(int rows, float[] values) {
    Matrix matrix = Matrix.allocate(rows, values.length / rows);
    matrix.copyFrom(values);
    return matrix;
  }
}
