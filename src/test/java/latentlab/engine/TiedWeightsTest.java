package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.dense.TiedDense;
import latentlab.engine.optimizer.StochasticGradientDescent;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** The autoencoder y = W^T tanh(W x), whose weights have gradients from two layers. */
class TiedWeightsTest {

  private static final int PIXELS = 5;
  private static final int CODES = 3;
  private static final int ROWS = 4;
  private static final Dense DOWN = new Dense(CODES, WeightRule.GLOROT, ActivationFunction.TANH);

  private final float[] input = LayerCheck.gaussian(ROWS * PIXELS, new Seed(1));
  private final float[] pull = LayerCheck.gaussian(ROWS * PIXELS, new Seed(2));

  @Test
  void gradientsOfEncoderAndDecoderAreAdded() {
    try (Network encoder = network(sequence("encoder", DOWN), SharedParameters.NONE);
        Network decoder = network(decoderPlan("encoder.0.weight"), encoder.sharedParameters())) {
      assertThat(decoder.parameterCount()).isEqualTo(PIXELS);
      decoder.forward(encoder.forward(matrix(input)));
      encoder.backwardWithoutInputError(decoder.backward(matrix(pull)));

      assertSlopes(encoder, "encoder.0.weight");
    }
  }

  @Test
  void layersOfOneNetworkCanBeTiedToo() {
    try (Network network = network(bothPlan("both.0.weight"), SharedParameters.NONE)) {
      network.forward(matrix(input));
      network.backwardWithoutInputError(matrix(pull));

      assertSlopes(network, "both.0.weight");
    }
  }

  @Test
  void anUpdateUsesTheSumOnce() {
    try (Network network = network(bothPlan("both.0.weight"), SharedParameters.NONE)) {
      network.forward(matrix(input));
      network.backwardWithoutInputError(matrix(pull));
      float[] gradient = network.gradients().get("both.0.weight").values();
      float[] before = network.weights().get("both.0.weight").values();
      network.update();
      float[] after = network.weights().get("both.0.weight").values();
      for (int i = 0; i < before.length; i++) {
        assertThat(after[i]).isCloseTo(before[i] - 0.1f * gradient[i], within(1e-6f));
      }
    }
  }

  @Test
  void heldGradientsAreAddedToTheNextOnesAndThenForgotten() {
    try (Network network = network(sequence("net", DOWN), SharedParameters.NONE)) {
      network.forward(matrix(input));
      network.backwardWithoutInputError(codes(3));
      float[] first = network.gradients().get("net.0.weight").values();
      network.holdGradients();
      network.forward(matrix(input));
      network.backwardWithoutInputError(codes(3));
      float[] both = network.gradients().get("net.0.weight").values();
      network.forward(matrix(input));
      network.backwardWithoutInputError(codes(3));
      float[] alone = network.gradients().get("net.0.weight").values();

      for (int i = 0; i < first.length; i++) {
        assertThat(both[i]).isCloseTo(2 * first[i], within(1e-5f));
      }
      assertThat(alone).isEqualTo(first);
    }
  }

  @Test
  void refusesAWeightOfAnotherShapeAndNamesTheLayer() {
    NetworkPlan plan =
        NetworkPlan.sequence(
            "decoder",
            FeatureShape.vector(CODES),
            List.of(new TiedDense(PIXELS + 1, "encoder.0.weight", ActivationFunction.IDENTITY)));
    try (Network encoder = network(sequence("encoder", DOWN), SharedParameters.NONE)) {
      SharedParameters shared = encoder.sharedParameters();
      assertThatThrownBy(() -> network(plan, shared))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("decoder.0")
          .hasMessageContaining("[3, 6]")
          .hasMessageContaining("[3, 5]");
    }
  }

  /** Against central differences of the definition in double precision. */
  private void assertSlopes(Network network, String weight) {
    float[] gradient = network.gradients().get(weight).values();
    float[] start = network.weights().get(weight).values();
    double h = 1e-5;
    for (int i = 0; i < gradient.length; i++) {
      double slope = (loss(start, i, h) - loss(start, i, -h)) / (2 * h);
      assertThat((double) gradient[i]).as(weight + i).isCloseTo(slope, within(1e-4));
    }
  }

  private double loss(float[] weights, int moved, double by) {
    double[] w = new double[weights.length];
    for (int i = 0; i < w.length; i++) {
      w[i] = weights[i] + (i == moved ? by : 0);
    }
    double sum = 0;
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < CODES; c++) {
        double code = 0;
        for (int p = 0; p < PIXELS; p++) {
          code += w[c * PIXELS + p] * input[r * PIXELS + p];
        }
        for (int p = 0; p < PIXELS; p++) {
          sum += pull[r * PIXELS + p] * w[c * PIXELS + p] * Math.tanh(code);
        }
      }
    }
    return sum;
  }

  private static NetworkPlan sequence(String name, Dense layer) {
    return NetworkPlan.sequence(name, FeatureShape.vector(PIXELS), List.of(layer));
  }

  private static NetworkPlan decoderPlan(String weight) {
    return NetworkPlan.sequence(
        "decoder",
        FeatureShape.vector(CODES),
        List.of(new TiedDense(PIXELS, weight, ActivationFunction.IDENTITY)));
  }

  private static NetworkPlan bothPlan(String weight) {
    NetworkPlan.Builder plan = NetworkPlan.named("both");
    Node pixels = plan.input(FeatureShape.vector(PIXELS));
    Node codes = plan.add(DOWN, pixels);
    return plan.build(plan.add(new TiedDense(PIXELS, weight, ActivationFunction.IDENTITY), codes));
  }

  private static Network network(NetworkPlan plan, SharedParameters shared) {
    return Network.of(
        plan, new StochasticGradientDescent(0.1), new Seed(3), PrimitivesChoice.make(), shared);
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = Matrix.allocate(ROWS, values.length / ROWS);
    matrix.copyFrom(values);
    return matrix;
  }

  private static Matrix codes(long seed) {
    return matrix(LayerCheck.gaussian(ROWS * CODES, new Seed(seed)));
  }
}
