package latentlab.engine.layers.attention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.embedding.Embedding;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Embedding and attention inside a network: six numbers in, the same in reverse out. */
class AttentionNetworkTest {

  private static final int ROWS = 8;
  private static final int POSITIONS = 6;

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  private static Network network(String primitives, long seed) {
    return Network.of(
        NetworkPlan.sequence(
            "prior",
            FeatureShape.vector(POSITIONS),
            List.of(
                new Embedding(5, 12),
                new SelfAttention(WeightRule.GLOROT, true),
                new Dense(POSITIONS, WeightRule.GLOROT))),
        new Adam(1e-2),
        new Seed(seed),
        PrimitivesForTests.named(primitives),
        SharedParameters.NONE);
  }

  private static float[] numbers() {
    float[] numbers = new float[ROWS * POSITIONS];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = i * 7 % 5;
    }
    return numbers;
  }

  private static Matrix batch(float[] values) {
    Matrix batch = Matrix.allocate(ROWS, POSITIONS);
    batch.copyFrom(values);
    return batch;
  }

  /** One update towards giving the numbers back in reverse; the squared error before. */
  private static double step(Network network) {
    float[] numbers = numbers();
    Matrix output = network.forward(batch(numbers));
    float[] error = output.array().dup().data().asFloat();
    double loss = 0;
    for (int i = 0; i < error.length; i++) {
      int reversed = i - 2 * (i % POSITIONS) + POSITIONS - 1;
      error[i] -= numbers[reversed];
      loss += error[i] * error[i];
    }
    output.copyFrom(error);
    network.backwardWithoutInputError(output);
    network.update();
    return loss;
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void learns(String primitives) {
    try (Network network = network(primitives, 1)) {
      double first = step(network);
      double last = first;
      for (int i = 0; i < 100; i++) {
        last = step(network);
      }
      assertThat(last).isLessThan(0.1 * first);
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void weightsGoFromOneNetworkToAnother(String primitives) {
    try (Network network = network(primitives, 1);
        Network other = network(primitives, 2)) {
      Tensors weights = network.weights();
      other.setWeights(weights);
      assertThat(weights.byName()).containsKey("prior.1.qkv.weight");
      assertThat(other.infer(batch(numbers())).array().dup().data().asFloat())
          .isEqualTo(network.infer(batch(numbers())).array().dup().data().asFloat());
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void refusesANumberWithoutAVectorByTheLayersName(String primitives) {
    float[] numbers = numbers();
    numbers[20] = 5;
    try (Network network = network(primitives, 1)) {
      assertThatThrownBy(() -> network.infer(batch(numbers)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("prior.0")
          .hasMessageContaining("5.0")
          .hasMessageContaining("0 to 4");
    }
  }
}
