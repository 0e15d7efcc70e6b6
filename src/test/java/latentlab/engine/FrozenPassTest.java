package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.attention.SelfAttention;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.normalization.GroupNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Passes through networks that stay as they are, back to their inputs. */
class FrozenPassTest {

  private static final int CODE = 5;
  private static final int ROWS = 3;

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void computesWhatInferenceComputesAndLearnsNothing(String primitives) {
    try (Network network = trained(primitives)) {
      var before = network.weights();
      float[] used = values(network.infer(batch()));
      float[] frozen = values(network.forward(List.of(batch()), Pass.FROZEN).get(0));
      network.backwardToInput(matrix(frozen, ROWS));

      assertThat(frozen).isEqualTo(used);
      before
          .byName()
          .forEach(
              (name, tensor) ->
                  assertThat(network.weights().get(name).values()).isEqualTo(tensor.values()));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void theErrorOfTheInputEqualsCentralDifferences(String primitives) {
    try (Network network = trained(primitives)) {
      float[] input = values(batch());
      float[] output = values(network.forward(List.of(batch()), Pass.FROZEN).get(0));
      float[] pull = LayerCheck.gaussian(output.length, new Seed(5));
      float[] error = values(network.backwardToInput(matrix(pull, ROWS)));

      double h = 1e-2;
      for (int i = 0; i < input.length; i++) {
        double slope =
            (loss(network, input, i, h, pull) - loss(network, input, i, -h, pull)) / (2 * h);
        assertThat((double) error[i]).isCloseTo(slope, within(5e-3 * Math.max(1, largest(error))));
      }
    }
  }

  @Test
  void hasNoGradientsOfParameters() {
    try (Network network = trained("plain")) {
      Matrix output = network.forward(List.of(batch()), Pass.FROZEN).get(0);
      Matrix error = matrix(values(output), ROWS);

      assertThatIllegalStateException()
          .isThrownBy(() -> network.backward(List.of(error), new Wanted(true, true)))
          .withMessageContaining("gradients of the parameters of net need a forward pass");
    }
  }

  @Test
  void aTrainingPassAfterItUsesTheStatisticsOfTheBatchAgain() {
    try (Network network = trained("plain");
        Network other = trained("plain")) {
      network.forward(List.of(batch()), Pass.FROZEN);
      float[] output = values(network.forward(batch()));
      float[] expected = values(other.forward(batch()));
      float[] error = values(network.backward(matrix(output, ROWS)));

      assertThat(output).isEqualTo(expected);
      assertThat(error).isEqualTo(values(other.backward(matrix(expected, ROWS))));
    }
  }

  /** A generator with layers that remember something; statistics that are not those of a batch. */
  private static Network trained(String primitives) {
    FeatureShape small = new FeatureShape(3, 2, 4);
    FeatureShape large = new FeatureShape(5, 4, 4);
    Network network =
        Network.of(
            NetworkPlan.sequence(
                "net",
                FeatureShape.vector(CODE),
                List.of(
                    new Dense(small.size(), WeightRule.GLOROT),
                    new BatchNormalization(),
                    new Activation(ActivationFunction.TANH),
                    new Reshape(small),
                    new TransposedConvolution(large, 3, 2, Padding.SAME, WeightRule.GLOROT),
                    new BatchNormalization(),
                    new Activation(ActivationFunction.SILU),
                    new GroupNormalization(2),
                    new SelfAttention(WeightRule.GLOROT))),
            new Adam(1e-2),
            new Seed(4),
            PrimitivesForTests.named(primitives),
            SharedParameters.NONE);
    for (int i = 0; i < 6; i++) {
      Matrix batch = matrix(LayerCheck.gaussian(8 * CODE, new Seed(50).derive("batch", i)), 8);
      Matrix output = network.forward(batch);
      network.backwardWithoutInputError(matrix(values(output), 8));
      network.update();
    }
    return network;
  }

  private static double loss(Network network, float[] input, int at, double by, float[] pull) {
    float[] moved = input.clone();
    moved[at] += (float) by;
    float[] output = values(network.infer(matrix(moved, ROWS)));
    double sum = 0;
    for (int i = 0; i < output.length; i++) {
      sum += (double) output[i] * pull[i];
    }
    return sum;
  }

  private static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }

  private static Matrix batch() {
    return matrix(LayerCheck.gaussian(ROWS * CODE, new Seed(21)), ROWS);
  }

  private static Matrix matrix(float[] values, int rows) {
    Matrix matrix = Matrix.allocate(rows, values.length / rows);
    matrix.copyFrom(values);
    return matrix;
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }
}
