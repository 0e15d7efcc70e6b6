package latentlab.engine;

import static latentlab.engine.SmallConvolutionalNetwork.IMAGE;
import static latentlab.engine.SmallConvolutionalNetwork.ROWS;
import static latentlab.engine.SmallConvolutionalNetwork.gaussian;
import static latentlab.engine.SmallConvolutionalNetwork.valuesOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ConvolutionalNetworkTest {

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  @Test
  void bothImplementationsAgree() {
    List<String> names = primitives().toList();
    Assumptions.assumeTrue(names.contains("onednn"), "oneDNN's library does not load here");
    try (Network plain = network("plain");
        Network fast = network("onednn")) {
      float[] expected = valuesOf(plain.forward(gaussian(ROWS, IMAGE.size(), 1)));
      float[] actual = valuesOf(fast.forward(gaussian(ROWS, IMAGE.size(), 1)));
      assertClose("output", actual, expected);

      float[] expectedError = valuesOf(plain.backward(gaussian(ROWS, IMAGE.size(), 2)));
      float[] actualError = valuesOf(fast.backward(gaussian(ROWS, IMAGE.size(), 2)));
      assertClose("input error", actualError, expectedError);
      Tensors gradients = fast.gradients();
      plain
          .gradients()
          .byName()
          .forEach(
              (name, tensor) -> assertClose(name, gradients.get(name).values(), tensor.values()));

      float[] expectedUse = valuesOf(plain.infer(gaussian(3, IMAGE.size(), 4)));
      assertClose("use", valuesOf(fast.infer(gaussian(3, IMAGE.size(), 4))), expectedUse);
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void learns(String primitives) {
    try (Network network = network(primitives)) {
      double first = SmallConvolutionalNetwork.step(network);
      double last = first;
      for (int i = 0; i < 60; i++) {
        last = SmallConvolutionalNetwork.step(network);
      }
      assertThat(last).isLessThan(0.8 * first);
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void inUseEachRowDependsOnItselfAlone(String primitives) {
    try (Network network = network(primitives)) {
      SmallConvolutionalNetwork.step(network);
      float[] batch = valuesOf(network.infer(gaussian(ROWS, IMAGE.size(), 5)));
      // The same generator: the first row of many is the only row of one.
      float[] alone = valuesOf(network.infer(gaussian(1, IMAGE.size(), 5)));
      assertClose("first row", alone, Arrays.copyOf(batch, alone.length));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void runningStatisticsMoveByATenthTowardsThoseOfTheBatch(String primitives) {
    try (Network network = normalization(primitives)) {
      FeatureShape shape = FeatureShape.vector(1);
      assertThat(network.outputShape()).isEqualTo(shape);
      var batch = gaussian(2, 1, 1);
      batch.copyFrom(new float[] {1f, 5f});
      network.forward(batch);
      network.forward(batch);
      // Mean 3, variance 8 with the correction for a sample of two.
      assertThat(network.weights().get("net.0.running_mean").values()[0])
          .isCloseTo(3 * (1 - 0.81f), within(1e-5f));
      assertThat(network.weights().get("net.0.running_variance").values()[0])
          .isCloseTo(0.81f + 8 * (1 - 0.81f), within(1e-5f));
      network.infer(batch);
      assertThat(network.weights().get("net.0.running_mean").values()[0])
          .isCloseTo(3 * (1 - 0.81f), within(1e-5f));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void restoredWeightsGiveTheSameResults(String primitives) {
    try (Network trained = network(primitives);
        Network restored = network(primitives)) {
      SmallConvolutionalNetwork.step(trained);
      restored.setWeights(trained.weights());
      restored.setOptimizerState(trained.optimizerState());
      SmallConvolutionalNetwork.step(trained);
      SmallConvolutionalNetwork.step(restored);
      assertClose(
          "output",
          valuesOf(restored.infer(gaussian(2, IMAGE.size(), 5))),
          valuesOf(trained.infer(gaussian(2, IMAGE.size(), 5))));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void refusesAnErrorThatDoesNotFollowAForwardPass(String primitives) {
    try (Network network = network(primitives)) {
      var error = gaussian(ROWS, IMAGE.size(), 1);
      assertThatThrownBy(() -> network.backward(error)).isInstanceOf(IllegalStateException.class);
      network.forward(gaussian(ROWS - 1, IMAGE.size(), 1));
      assertThatThrownBy(() -> network.backward(error))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("5 rows")
          .hasMessageContaining("6");
      network.infer(gaussian(ROWS, IMAGE.size(), 1));
      assertThatThrownBy(() -> network.backward(error)).isInstanceOf(IllegalStateException.class);
    }
  }

  @Test
  void refusesLayersThatDoNotFitAndNamesThem() {
    FeatureShape image = new FeatureShape(4, 9, 1);
    assertRefused(
        image,
        new Convolution(2, 5, 1, Padding.SAME, WeightRule.HE),
        "layer 1 (Convolution) of net",
        "kernel 5",
        "4x9x1",
        "1 to 4");
    assertRefused(
        image, new Convolution(2, 3, 6, Padding.VALID, WeightRule.HE), "stride 6", "4x9x1");
    assertRefused(image, new Reshape(new FeatureShape(5, 7, 1)), "(Reshape)", "4x9x1", "5x7x1");
    assertRefused(
        image,
        new TransposedConvolution(new FeatureShape(9, 18, 2), 3, 2, Padding.SAME, WeightRule.HE),
        "(TransposedConvolution)",
        "9x18x2",
        "5x9x1",
        "4x9x1");
  }

  private static void assertRefused(
      FeatureShape image, LayerConfiguration layer, String... messageParts) {
    assertThatThrownBy(
            () -> NetworkPlan.sequence("net", image, List.of(new BatchNormalization(), layer)))
        .isInstanceOf(IllegalArgumentException.class)
        .message()
        .contains(messageParts);
  }

  private static Network network(String primitives) {
    return SmallConvolutionalNetwork.on(PrimitivesForTests.named(primitives));
  }

  private static Network normalization(String primitives) {
    return Network.of(
        NetworkPlan.sequence("net", FeatureShape.vector(1), List.of(new BatchNormalization())),
        new Adam(1e-3),
        new Seed(1),
        PrimitivesForTests.named(primitives),
        SharedParameters.NONE);
  }

  private static void assertClose(String what, float[] actual, float[] expected) {
    float largest = 1;
    for (float value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).as(what).hasSameSizeAs(expected);
    assertThat(actual).as(what).containsExactly(expected, within(1e-4f * largest));
  }
}
