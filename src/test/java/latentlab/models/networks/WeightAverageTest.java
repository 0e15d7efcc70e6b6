package latentlab.models.networks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.optimizer.StochasticGradientDescent;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WeightAverageTest {

  private static final double DECAY = 0.9;

  private final Network trained = network("trained", 1);
  private final Network target = network("average", 2);
  private final MatrixBuffer input = new MatrixBuffer(3);

  @AfterEach
  void close() {
    trained.close();
    target.close();
    input.close();
  }

  @Test
  void beginsWithTheWeightsOfNow() {
    WeightAverage average = new WeightAverage(trained, target, DECAY);

    assertThat(weight(target, "average")).isEqualTo(weight(trained, "trained"));
    assertThat(average.state().byName()).containsKey("average.updates");
  }

  @Test
  void movesLessThanTheWeights() {
    WeightAverage average = new WeightAverage(trained, target, DECAY);
    float before = weight(trained, "trained")[0];
    learn();
    average.update();
    float moved = weight(trained, "trained")[0] - before;

    // With warm-up the first update keeps a tenth.
    assertThat(weight(target, "average")[0] - before).isCloseTo(0.9f * moved, within(1e-6f));
    assertThat(moved).isNotZero();
  }

  /** They are no weights: an average that drew with those of its beginning would draw noise. */
  @Test
  void hasTheStatisticsOfTheNetworkThatLearns() {
    WeightAverage average = new WeightAverage(trained, target, DECAY);
    learn();
    average.update();
    float[] learnt = trained.weights().get("trained.1.running_mean").values();

    assertThat(learnt[0]).isNotZero();
    assertThat(target.weights().get("average.1.running_mean").values()).isEqualTo(learnt);
  }

  @Test
  void goesOnFromAStoredStateAsIfNeverBrokenOff() {
    WeightAverage average = new WeightAverage(trained, target, DECAY);
    for (int i = 0; i < 3; i++) {
      learn();
      average.update();
    }
    Tensors state = average.state();
    Tensors weights = target.weights();
    learn();
    average.update();
    float[] unbroken = weight(target, "average");

    target.setWeights(weights);
    WeightAverage resumed = new WeightAverage(trained, target, DECAY);
    target.setWeights(weights);
    resumed.setState(state);
    resumed.update();
    assertThat(weight(target, "average")).isEqualTo(unbroken);
  }

  @Test
  void refusesAStateThatIsNoNumberOfUpdates() {
    WeightAverage average = new WeightAverage(trained, target, DECAY);

    assertThatThrownBy(() -> average.setState(new Tensors(Map.of())))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("average.updates");
    Tensors negative = new Tensors(Map.of("average.updates", Tensor.vector(0, -1)));
    assertThatThrownBy(() -> average.setState(negative)).isInstanceOf(InvalidInputException.class);
  }

  private void learn() {
    Matrix output = trained.forward(input.fill(new float[] {1, 2, 3, 4, 5, 7}, 0, 2));
    output.buffer().put(0, 1f);
    output.buffer().put(1, 2f);
    trained.backwardWithoutInputError(output);
    trained.update();
  }

  private static float[] weight(Network network, String name) {
    return network.weights().get(name + ".2.weight").values();
  }

  private static Network network(String name, long seed) {
    List<UnaryConfiguration> layers =
        List.of(
            new Dense(4, WeightRule.HE), new BatchNormalization(), new Dense(1, WeightRule.GLOROT));
    return Network.of(
        NetworkPlan.sequence(name, FeatureShape.vector(3), layers),
        new StochasticGradientDescent(0.1),
        new Seed(seed));
  }
}
