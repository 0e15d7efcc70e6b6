package latentlab.engine.layers.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MinibatchDiscriminationTest {

  private static final int INPUTS = 3;
  private static final int KERNELS = 4;

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(
        List.of(
            layer(FeatureShape.vector(INPUTS), 6, KERNELS, 2),
            layer(FeatureShape.vector(1), 2, 1, 1),
            layer(FeatureShape.vector(5), 1, 3, 2),
            layer(new FeatureShape(2, 1, 2), 17, 5, 3)));
  }

  private static LayerCase layer(FeatureShape shape, int rows, int kernels, int size) {
    return LayerCase.of(
        new MinibatchDiscrimination(kernels, size),
        shape,
        rows,
        (x, parameters) ->
            naive(x, LayerCase.get(parameters, "weight"), shape.size(), kernels, size));
  }

  private static double[] naive(double[] x, double[] weight, int inputs, int kernels, int size) {
    int rows = x.length / inputs;
    double[] y = new double[rows * (inputs + kernels)];
    for (int i = 0; i < rows; i++) {
      for (int a = 0; a < inputs; a++) {
        y[i * (inputs + kernels) + a] = x[i * inputs + a];
      }
      for (int b = 0; b < kernels; b++) {
        for (int j = 0; j < rows; j++) {
          double distance = 0;
          for (int c = 0; c < size; c++) {
            double difference = 0;
            for (int a = 0; a < inputs; a++) {
              double t = weight[(c * kernels + b) * inputs + a];
              difference += t * (x[i * inputs + a] - x[j * inputs + a]);
            }
            distance += Math.abs(difference);
          }
          y[i * (inputs + kernels) + inputs + b] += j == i ? 0 : Math.exp(-distance);
        }
      }
    }
    return y;
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void computesWhatItsDefinitionSays(String primitives, LayerCase tested) {
    LayerCheck.assertComputesItsDefinition(primitives, tested);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("layers")
  void gradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
  }

  @Test
  void equalExamplesAreAsSimilarAsCanBe() {
    try (Network network = network()) {
      Matrix batch = Matrix.allocate(5, INPUTS);
      batch.array().assign(0.5);
      float[] output = values(network.forward(batch));

      for (int i = 0; i < 5; i++) {
        for (int b = 0; b < KERNELS; b++) {
          assertThat(output[i * (INPUTS + KERNELS) + INPUTS + b]).isEqualTo(4f);
        }
      }
    }
  }

  @Test
  void inUseEachRowGetsTheRunningAverages() {
    try (Network network = network()) {
      Matrix batch = batch(6);
      float[] trained = values(network.forward(batch));
      float[] used = values(network.infer(batch));
      float[] average = network.weights().get("net.0.running_similarity").values();

      for (int b = 0; b < KERNELS; b++) {
        double sum = 0;
        for (int i = 0; i < 6; i++) {
          sum += trained[i * (INPUTS + KERNELS) + INPUTS + b];
          assertThat(used[i * (INPUTS + KERNELS) + INPUTS + b]).isEqualTo(average[b]);
        }
        assertThat((double) average[b]).isCloseTo(0.1 * sum / 6, within(1e-6));
      }
      assertThat(values(network.infer(batch(1)))).isEqualTo(firstRow(used));
    }
  }

  @Test
  void aFrozenPassSendsBackWhatWasPassedOn() {
    try (Network network = network()) {
      network.forward(batch(2));
      network.forward(List.of(batch(2)), Pass.FROZEN);
      Matrix error = Matrix.allocate(2, INPUTS + KERNELS);
      error.copyFrom(LayerCheck.gaussian(2 * (INPUTS + KERNELS), new Seed(6)));
      float[] expected = firstRow(values(error));
      float[] back = values(network.backwardToInput(error));

      assertThat(back[0]).isEqualTo(expected[0]);
      assertThat(back[1]).isEqualTo(expected[1]);
      assertThat(back[2]).isEqualTo(expected[2]);
    }
  }

  @Test
  void refusesKernelsWithoutSize() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MinibatchDiscrimination(3, 0))
        .withMessageContaining("not 3 of 0");
  }

  private static Network network() {
    return Network.of(
        NetworkPlan.sequence(
            "net", FeatureShape.vector(INPUTS), List.of(new MinibatchDiscrimination(KERNELS, 2))),
        new Adam(1e-3),
        new Seed(1));
  }

  private static Matrix batch(int rows) {
    Matrix batch = Matrix.allocate(rows, INPUTS);
    batch.copyFrom(LayerCheck.gaussian(rows * INPUTS, new Seed(12)));
    return batch;
  }

  private static float[] firstRow(float[] values) {
    return Arrays.copyOf(values, INPUTS + KERNELS);
  }

  private static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }
}
