package latentlab.engine.layers.recurrent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.engine.primitives.plain.PlainPrimitives;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Recurrent layers inside networks. */
class RecurrentNetworkTest {

  private static final FeatureShape IMAGE = new FeatureShape(6, 5, 1);
  private static final int ROWS = 8;

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void anAutoencoderOfRowsLearnsToReconstruct(String primitives) {
    try (Network network = network(PrimitivesForTests.named(primitives), autoencoder())) {
      double before = step(network);
      double after = before;
      for (int i = 0; i < 400; i++) {
        after = step(network);
      }
      assertThat(after).isLessThan(0.1 * before);
    }
  }

  @Test
  void theSplitOfRowsOverCoresDoesNotChangeTheResult() {
    List<Map<String, Tensor>> gradients = new ArrayList<>();
    for (int parts : new int[] {1, 2, 3}) {
      List<LayerConfiguration> layers =
          List.of(
              new GatedRecurrentUnit(40, StateOutput.EVERY_STEP),
              new LongShortTermMemory(33, StateOutput.LAST_STEP));
      try (Network network = network(new PlainPrimitives(new Workers(parts)), layers)) {
        Matrix output = network.forward(matrix(301, IMAGE.size()));
        network.backward(matrix(301, output.columns()));
        gradients.add(network.gradients().byName());
      }
    }
    for (Map<String, Tensor> others : gradients) {
      others.forEach(
          (name, tensor) ->
              assertThat(tensor.values()).isEqualTo(tensor(gradients.get(0), name).values()));
    }
  }

  @Test
  void aSecondBackwardPassThroughTheSameBatchGivesTheSame() {
    try (Network network = network(new PlainPrimitives(new Workers(1)), autoencoder())) {
      network.forward(matrix(ROWS, IMAGE.size()));
      float[] first = inputError(network);
      float[] second = inputError(network);
      assertThat(second).isEqualTo(first);
    }
  }

  @Test
  void theErrorMayLieInTheMemoryOfTheOutput() {
    for (StateOutput form : StateOutput.values()) {
      for (LayerConfiguration layer :
          List.of(new GatedRecurrentUnit(4, form), new LongShortTermMemory(4, form))) {
        try (Network network = network(new PlainPrimitives(new Workers(1)), List.of(layer))) {
          Matrix output = network.forward(matrix(ROWS, IMAGE.size()));
          Matrix error = matrix(ROWS, output.columns());
          float[] pull = values(error);
          float[] elsewhere = values(network.backward(error));
          output.copyFrom(pull);
          assertThat(values(network.backward(output))).as("%s", layer).isEqualTo(elsewhere);
        }
      }
    }
  }

  @Test
  void aStateDoesNotDependOnLaterSteps() {
    try (Network network =
        network(
            new PlainPrimitives(new Workers(1)),
            List.of(new GatedRecurrentUnit(4, StateOutput.EVERY_STEP)))) {
      Matrix input = matrix(1, IMAGE.size());
      float[] before = values(network.infer(input));
      float[] changed = values(input);
      changed[3 * 5] += 1f;
      input.copyFrom(changed);
      float[] after = values(network.infer(input));
      assertThat(Arrays.copyOf(after, 3 * 4)).isEqualTo(Arrays.copyOf(before, 3 * 4));
      for (int i = 3 * 4; i < after.length; i++) {
        assertThat(after[i]).isNotEqualTo(before[i]);
      }
    }
  }

  @Test
  void forgetGatesStartOpen() {
    try (Network network =
        network(
            new PlainPrimitives(new Workers(1)),
            List.of(new LongShortTermMemory(3, StateOutput.LAST_STEP)))) {
      assertThat(tensor(network.weights().byName(), "net.0.bias").values())
          .containsExactly(0, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0);
    }
  }

  @Test
  void weightsOfAllGatesStartWithTheVarianceOfGlorot() {
    int units = 50;
    try (Network network =
        network(
            new PlainPrimitives(new Workers(1)),
            List.of(new GatedRecurrentUnit(units, StateOutput.LAST_STEP)))) {
      Map<String, Tensor> weights = network.weights().byName();
      assertThat(variance(tensor(weights, "net.0.weight"))).isBetween(1.8 / 55, 2.2 / 55);
      assertThat(variance(tensor(weights, "net.0.recurrent_weight")))
          .isBetween(1.8 / 100, 2.2 / 100);
      assertThat(network.parameterCount())
          .isEqualTo(3 * units * 5 + 3 * units * units + 3 * units + units);
    }
  }

  private static List<LayerConfiguration> autoencoder() {
    return List.of(
        new GatedRecurrentUnit(24, StateOutput.LAST_STEP),
        new Dense(8, WeightRule.GLOROT_UNIFORM),
        new Repetition(IMAGE.height()),
        new LongShortTermMemory(24, StateOutput.EVERY_STEP),
        new Convolution(IMAGE.width(), 1, 1, Padding.VALID, WeightRule.GLOROT_UNIFORM));
  }

  private static Network network(Primitives primitives, List<LayerConfiguration> layers) {
    return Network.of(
        NetworkPlan.sequence("net", IMAGE, layers),
        new Adam(1e-2),
        new Seed(3),
        primitives,
        SharedParameters.NONE);
  }

  /** One update that pulls the output towards the input; gives the squared error before. */
  private static double step(Network network) {
    Matrix input = matrix(ROWS, IMAGE.size());
    float[] wanted = values(input);
    Matrix output = network.forward(List.of(input), Pass.TRAINING).get(0);
    float[] error = values(output);
    double loss = 0;
    for (int i = 0; i < error.length; i++) {
      error[i] -= wanted[i];
      loss += error[i] * error[i];
    }
    output.copyFrom(error);
    network.backwardWithoutInputError(output);
    network.update();
    return loss;
  }

  private static float[] inputError(Network network) {
    return values(network.backward(matrix(ROWS, network.outputShape().size())));
  }

  private static double variance(Tensor tensor) {
    double sum = 0;
    for (float value : tensor.values()) {
      sum += value * value;
    }
    return sum / tensor.values().length;
  }

  private static Tensor tensor(Map<String, Tensor> tensors, String name) {
    return tensors.getOrDefault(name, Tensor.vector());
  }

  private static Matrix matrix(int rows, int columns) {
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(LayerCheck.gaussian(rows * columns, new Seed(columns)));
    return matrix;
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }
}
