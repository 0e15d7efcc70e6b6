package latentlab.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.failure.InvalidInputException;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class NetworkTest {

  private static final List<Integer> SIZES = List.of(7, 11, 5, 3);

  @Test
  void computesWhatItsWeightsSay() {
    try (Network network = network(HiddenActivation.RELU)) {
      Tensors weights = network.weights();
      float[] input = gaussian(4 * 7, 1);

      float[] output = run(network, input, 4);

      for (int r = 0; r < 4; r++) {
        double[] values = new double[7];
        for (int i = 0; i < 7; i++) {
          values[i] = input[r * 7 + i];
        }
        for (int layer = 0; layer < 3; layer++) {
          values = dense(weights, layer, values, layer < 2);
        }
        for (int i = 0; i < 3; i++) {
          assertThat((double) output[r * 3 + i]).isCloseTo(values[i], within(1e-5));
        }
      }
    }
  }

  /**
   * In floats, so along the gradient itself, where the slope is largest against rounding: the loss
   * must rise as fast as the gradient is long.
   */
  @ParameterizedTest
  @EnumSource(HiddenActivation.class)
  void theGradientEqualsCentralDifferences(HiddenActivation activation) {
    try (Network network = network(activation)) {
      float[] input = gaussian(6 * 7, 2);
      float[] pull = gaussian(6 * 3, 3);
      Tensors start = network.weights();
      run(network, input, 6);
      network.backward(matrix(pull, 6, 3));

      for (Map.Entry<String, Tensor> entry : network.gradients().byName().entrySet()) {
        float[] gradient = entry.getValue().values();
        double length = Math.sqrt(dot(gradient, gradient));
        double h = 1e-2;
        double up = loss(network, moved(start, entry.getKey(), gradient, h / length), input, pull);
        double down =
            loss(network, moved(start, entry.getKey(), gradient, -h / length), input, pull);
        assertThat((up - down) / (2 * h))
            .as(entry.getKey())
            .isCloseTo(length, within(1e-2 * length));
      }
    }
  }

  @Test
  void theErrorOfTheInputEqualsCentralDifferences() {
    try (Network network = network(HiddenActivation.TANH)) {
      float[] input = gaussian(2 * 7, 4);
      float[] pull = gaussian(2 * 3, 5);
      run(network, input, 2);
      float[] error = new float[input.length];
      network.backward(matrix(pull, 2, 3)).copyTo(error);

      for (int i = 0; i < input.length; i++) {
        float h = 1e-2f;
        float[] up = input.clone();
        up[i] += h;
        float[] down = input.clone();
        down[i] -= h;
        double slope =
            (dot(run(network, up, 2), pull) - dot(run(network, down, 2), pull)) / (2 * h);
        assertThat((double) error[i]).isCloseTo(slope, within(2e-3));
      }
    }
  }

  @Test
  void anUpdateLowersTheLoss() {
    try (Network network = network(HiddenActivation.SELU)) {
      float[] input = gaussian(8 * 7, 6);
      float[] pull = gaussian(8 * 3, 7);
      double before = dot(run(network, input, 8), pull);
      network.backwardWithoutInputError(matrix(pull, 8, 3));
      network.update();

      assertThat(dot(run(network, input, 8), pull)).isLessThan(before);
    }
  }

  @Test
  void theSameSeedGivesTheSameWeights() {
    try (Network one = network(HiddenActivation.RELU);
        Network same = network(HiddenActivation.RELU);
        Network other = Network.dense("net", SIZES, HiddenActivation.RELU, 1e-2, new Seed(99))) {
      assertThat(one.weights().get("net.0.weight").values())
          .isEqualTo(same.weights().get("net.0.weight").values())
          .isNotEqualTo(other.weights().get("net.0.weight").values());
    }
  }

  @Test
  void goesOnAfterItsStateWasRestored() {
    float[] input = gaussian(5 * 7, 8);
    float[] pull = gaussian(5 * 3, 9);
    try (Network unbroken = network(HiddenActivation.RELU);
        Network restored = network(HiddenActivation.RELU)) {
      step(unbroken, input, pull);
      Tensors weights = unbroken.weights();
      Tensors state = unbroken.optimizerState();
      step(unbroken, input, pull);
      step(restored, pull(input), pull);

      restored.setWeights(weights);
      restored.setOptimizerState(state);
      step(restored, input, pull);

      assertThat(run(restored, input, 5)).isEqualTo(run(unbroken, input, 5));
    }
  }

  @Test
  void refusesForeignWeightsAndChangesNothing() {
    try (Network network = network(HiddenActivation.RELU)) {
      Tensors good = network.weights();
      Tensors missing = without(good, "net.1.bias");
      Tensors misshapen = with(good, "net.1.bias", Tensor.vector(1f, 2f));
      Tensors broken = with(good, "net.1.bias", Tensor.vector(1f, 2f, 3f, 4f, Float.NaN));

      assertThatThrownBy(() -> network.setWeights(missing))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("net.1.bias")
          .hasMessageContaining("missing");
      assertThatThrownBy(() -> network.setWeights(misshapen))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("[2]")
          .hasMessageContaining("[5]");
      assertThatThrownBy(() -> network.setWeights(broken))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("NaN");
      assertThat(network.weights().get("net.1.bias").values())
          .isEqualTo(good.get("net.1.bias").values());
    }
  }

  @Test
  void refusesInputOfAnotherWidth() {
    try (Network network = network(HiddenActivation.RELU)) {
      assertThatThrownBy(() -> network.forward(matrix(new float[12], 2, 6)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[rows, 7]")
          .hasMessageContaining("[2, 6]");
    }
  }

  private static Network network(HiddenActivation activation) {
    return Network.dense("net", SIZES, activation, 1e-2, new Seed(42));
  }

  private static void step(Network network, float[] input, float[] pull) {
    run(network, input, 5);
    network.backward(matrix(pull, 5, 3));
    network.update();
  }

  private static float[] pull(float[] input) {
    float[] other = input.clone();
    for (int i = 0; i < other.length; i++) {
      other[i] = -other[i];
    }
    return other;
  }

  private static double loss(Network network, Tensors weights, float[] input, float[] pull) {
    network.setWeights(weights);
    return dot(run(network, input, 6), pull);
  }

  private static Tensors moved(Tensors start, String name, float[] direction, double length) {
    float[] values = start.get(name).values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    return with(start, name, new Tensor(start.get(name).shape(), values));
  }

  private static Tensors with(Tensors start, String name, Tensor tensor) {
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.put(name, tensor);
    return new Tensors(changed);
  }

  private static Tensors without(Tensors start, String name) {
    Map<String, Tensor> changed = new LinkedHashMap<>(start.byName());
    changed.remove(name);
    return new Tensors(changed);
  }

  private static double[] dense(Tensors weights, int layer, double[] input, boolean rectify) {
    float[] w = weights.get("net." + layer + ".weight").values();
    float[] b = weights.get("net." + layer + ".bias").values();
    double[] output = new double[b.length];
    for (int o = 0; o < output.length; o++) {
      double sum = b[o];
      for (int i = 0; i < input.length; i++) {
        sum += w[o * input.length + i] * input[i];
      }
      output[o] = rectify ? Math.max(sum, 0) : sum;
    }
    return output;
  }

  private static float[] run(Network network, float[] input, int rows) {
    Matrix output = network.forward(matrix(input, rows, input.length / rows));
    float[] values = new float[output.rows() * output.columns()];
    output.copyTo(values);
    return values;
  }

  private static Matrix matrix(float[] values, int rows, int columns) {
    Matrix matrix = Matrix.allocate(rows, columns);
    matrix.copyFrom(values);
    return matrix;
  }

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static float[] gaussian(int n, long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
