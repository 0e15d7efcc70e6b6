package latentlab.engine.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.SpectralNormalization;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpectralNormalizationTest {

  private static final int ROWS = 3;
  private static final String WEIGHT = "net.0.weight";
  private static final String VECTOR = "net.0.weight_u";
  private static final int ENOUGH_TO_CONVERGE = 400;

  /** A layer, the shape of its input, and what it computes with its weight as it is. */
  private record Case(UnaryConfiguration layer, FeatureShape input, NaiveOfOne naive) {

    Network network() {
      return Network.of(
          NetworkPlan.sequence("net", input, List.of(new SpectralNormalization(layer))),
          new Adam(1e-2),
          new Seed(3));
    }

    float[] batch() {
      return LayerCheck.gaussian(ROWS * input.size(), new Seed(8));
    }

    double[] expected(double[] weight, double[] bias, double sigma) {
      double[] scaled = weight.clone();
      for (int i = 0; i < scaled.length; i++) {
        scaled[i] /= sigma;
      }
      return naive.of(doubles(batch()), Map.of("weight", scaled, "bias", bias));
    }

    @Override
    public String toString() {
      return layer.toString();
    }
  }

  static Stream<Case> layers() {
    FeatureShape image = new FeatureShape(7, 5, 3);
    Convolution convolution = new Convolution(6, 3, 2, Padding.SAME, WeightRule.HE);
    FeatureShape small = new FeatureShape(4, 3, 5);
    return Stream.of(
        dense(),
        new Case(
            convolution,
            image,
            NaiveLayers.convolution(image, convolution.output(image), 3, 2, Padding.SAME)),
        new Case(
            new TransposedConvolution(image, 3, 2, Padding.SAME, WeightRule.HE),
            small,
            NaiveLayers.transposedConvolution(small, image, 3, 2, Padding.SAME)));
  }

  private static Case dense() {
    return new Case(new Dense(4, WeightRule.HE), FeatureShape.vector(9), NaiveLayers.dense(9, 4));
  }

  @ParameterizedTest
  @MethodSource("layers")
  void aPassInTrainingTakesOneStepOfPowerIteration(Case tested) {
    try (Network network = tested.network()) {
      Tensors before = network.weights();
      double[] weight = doubles(before.get(WEIGHT).values());
      double[] left = doubles(before.get(VECTOR).values());

      float[] output = run(network, tested, Pass.TRAINING);

      double[] right = unit(timesTransposed(weight, left));
      double[] image = times(weight, right);
      double[] moved = unit(image.clone());
      double sigma = dot(moved, image);
      assertClose(network.weights().get(VECTOR).values(), moved);
      assertClose(output, tested.expected(weight, bias(before), sigma));
    }
  }

  @ParameterizedTest
  @MethodSource("layers")
  void approachesTheLargestSingularValueAndTheGradientOfTheQuotient(Case tested) {
    try (Network network = tested.network()) {
      float[] output = new float[0];
      for (int i = 0; i < ENOUGH_TO_CONVERGE; i++) {
        output = run(network, tested, Pass.TRAINING);
      }
      Tensors weights = network.weights();
      double[] weight = doubles(weights.get(WEIGHT).values());
      double[] bias = bias(weights);
      int rows = weights.get(VECTOR).values().length;
      assertClose(output, tested.expected(weight, bias, largestSingularValue(weight, rows)));

      float[] pull = LayerCheck.gaussian(output.length, new Seed(2));
      network.backward(matrix(pull));
      float[] gradient = network.gradients().get(WEIGHT).values();
      double h = 1e-5;
      for (int i = 0; i < weight.length; i += 1 + weight.length / 12) {
        double old = weight[i];
        weight[i] = old + h;
        double up = dot(tested.expected(weight, bias, largestSingularValue(weight, rows)), pull);
        weight[i] = old - h;
        double down = dot(tested.expected(weight, bias, largestSingularValue(weight, rows)), pull);
        weight[i] = old;
        assertThat((double) gradient[i])
            .isCloseTo((up - down) / (2 * h), within(1e-4 * largest(gradient)));
      }
    }
  }

  @Test
  void inUseTheVectorStaysAndEachRowDependsOnItselfAlone() {
    Case tested = dense();
    try (Network network = tested.network()) {
      run(network, tested, Pass.TRAINING);
      float[] vector = network.weights().get(VECTOR).values();
      float[] all = run(network, tested, Pass.INFERENCE);
      Matrix first = Matrix.allocate(1, 9);
      first.copyFrom(tested.batch());
      float[] alone = values(network.infer(first));

      assertThat(alone)
          .containsExactly(new float[] {all[0], all[1], all[2], all[3]}, within(1e-6f));
      assertThat(network.weights().get(VECTOR).values()).isEqualTo(vector);
      double[] weight = doubles(network.weights().get(WEIGHT).values());
      double[] image = timesTransposed(weight, doubles(vector));
      assertClose(all, tested.expected(weight, new double[4], Math.sqrt(dot(image, image))));
    }
  }

  /** For a linear layer, the derivative applied to a direction is what the layer does with it. */
  @Test
  void theTangentPassHasTheGradientOfTheLayerOnTheDirection() {
    Case tested = dense();
    try (Network network = tested.network()) {
      float[] output = run(network, tested, Pass.TRAINING);
      float[] pull = LayerCheck.gaussian(output.length, new Seed(4));
      network.backward(matrix(pull));
      float[] expected = network.gradients().get(WEIGHT).values();

      float[] tangent = values(network.tangentPasses().forward(matrix(tested.batch())));
      assertThat(tangent).isEqualTo(output);
      var passes = network.tangentPasses();
      passes.forward(matrix(tested.batch()));
      passes.backward(matrix(pull));

      assertThat(network.gradients().get(WEIGHT).values()).isEqualTo(expected);
    }
  }

  @Test
  void leavesAWeightOfZerosAlone() {
    Case tested =
        new Case(new Dense(4, WeightRule.ZERO), FeatureShape.vector(9), NaiveLayers.dense(9, 4));
    try (Network network = tested.network()) {
      assertThat(run(network, tested, Pass.TRAINING)).containsOnly(0f);
      network.backward(matrix(LayerCheck.gaussian(ROWS * 4, new Seed(1))));
      for (float value : network.gradients().get(WEIGHT).values()) {
        assertThat(value).isFinite();
      }
      assertThat(run(network, tested, Pass.INFERENCE)).containsOnly(0f);
    }
  }

  @Test
  void goesOnFromStoredWeights() {
    Case tested = dense();
    try (Network one = tested.network();
        Network other = tested.network()) {
      run(one, tested, Pass.TRAINING);
      Map<String, Tensor> stored = new LinkedHashMap<>(one.weights().byName());
      float[] next = run(one, tested, Pass.TRAINING);
      other.setWeights(new Tensors(stored));

      assertThat(run(other, tested, Pass.TRAINING)).isEqualTo(next);
    }
  }

  @Test
  void refusesALayerWithoutAWeight() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new SpectralNormalization(new Activation(ActivationFunction.RELU))
                    .output(FeatureShape.vector(3)))
        .withMessageContaining("a layer with a weight can be normalised, not a Activation");
  }

  private static float[] run(Network network, Case tested, Pass pass) {
    return values(network.forward(List.of(matrix(tested.batch())), pass).get(0));
  }

  private static double[] bias(Tensors weights) {
    return doubles(weights.get("net.0.bias").values());
  }

  private static double largestSingularValue(double[] weight, int rows) {
    double[] left = new double[rows];
    for (int i = 0; i < rows; i++) {
      left[i] = 1 + i % 3;
    }
    double[] image = left;
    for (int i = 0; i < ENOUGH_TO_CONVERGE; i++) {
      image = times(weight, unit(timesTransposed(weight, unit(image))));
    }
    return Math.sqrt(dot(image, image));
  }

  private static double[] timesTransposed(double[] weight, double[] left) {
    int columns = weight.length / left.length;
    double[] product = new double[columns];
    for (int i = 0; i < weight.length; i++) {
      product[i % columns] += left[i / columns] * weight[i];
    }
    return product;
  }

  private static double[] times(double[] weight, double[] right) {
    double[] product = new double[weight.length / right.length];
    for (int i = 0; i < weight.length; i++) {
      product[i / right.length] += right[i % right.length] * weight[i];
    }
    return product;
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    for (int i = 0; i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double dot(double[] a, float[] b) {
    return dot(a, doubles(b));
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static void assertClose(float[] actual, double[] expected) {
    assertThat(actual).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i]).isCloseTo(expected[i], within(1e-4));
    }
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = Matrix.allocate(ROWS, values.length / ROWS);
    matrix.copyFrom(values);
    return matrix;
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }
}
