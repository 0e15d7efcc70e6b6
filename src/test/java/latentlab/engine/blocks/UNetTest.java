package latentlab.engine.blocks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A whole graph: branches, joins, a condition that many layers read, padding and cropping. */
class UNetTest {

  private static final UNet SMALL = new UNet(List.of(4, 8), 6, 1, 8, 2, 3);
  private static final FeatureShape ODD = new FeatureShape(13, 10, 3);
  private static final int ROWS = 3;
  private static final float[] CLASSES = {0, 1, 0, 0.25f, 0, 0.75f, 0, 0, 0};

  static Stream<String> primitives() {
    return PrimitivesForTests.names();
  }

  /**
   * In floats, so along the gradient itself, where the slope is largest against rounding; every
   * layer's own gradient is compared in double precision elsewhere.
   */
  @ParameterizedTest
  @MethodSource("primitives")
  void theGradientOfTheWholeGraphEqualsCentralDifferences(String primitives) {
    try (Network network = network(primitives)) {
      float[] pull = LayerCheck.gaussian(ROWS * ODD.size(), new Seed(3));
      Tensors start = network.weights();
      forward(network);
      network.backward(List.of(matrix(pull, ROWS)), new Wanted(true, false));
      Map<String, Tensor> gradients = network.gradients().byName();
      double square = 0;
      for (Tensor gradient : gradients.values()) {
        square += dot(gradient.values(), gradient.values());
      }
      double length = Math.sqrt(square);
      double h = 1e-2;
      double up = loss(network, moved(start, gradients, h / length), pull);
      double down = loss(network, moved(start, gradients, -h / length), pull);
      assertThat((up - down) / (2 * h)).isCloseTo(length, within(1e-2 * length));
    }
  }

  @ParameterizedTest
  @MethodSource("primitives")
  void theErrorOfTheImageEqualsCentralDifferences(String primitives) {
    try (Network network = network(primitives)) {
      float[] pull = LayerCheck.gaussian(ROWS * ODD.size(), new Seed(4));
      forward(network);
      List<? extends Matrix> errors =
          network.backward(List.of(matrix(pull, ROWS)), new Wanted(false, true)).stream()
              .map(Matrix.class::cast)
              .toList();
      float[] error = values(errors.get(0));
      double length = Math.sqrt(dot(error, error));
      double h = 1e-2;
      double slope =
          (shifted(network, error, h / length, pull) - shifted(network, error, -h / length, pull))
              / (2 * h);
      assertThat(slope).isCloseTo(length, within(1e-2 * length));
    }
  }

  @Test
  void bothImplementationsAgree() {
    List<String> names = primitives().toList();
    Assumptions.assumeTrue(names.contains("onednn"), "oneDNN's library does not load here");
    try (Network plain = network("plain");
        Network fast = network("onednn")) {
      float[] expected = values(forward(plain));
      float[] actual = values(forward(fast));
      float largest = 1;
      for (float value : expected) {
        largest = Math.max(largest, Math.abs(value));
      }
      assertThat(actual).containsExactly(expected, within(1e-4f * largest));
    }
  }

  @Test
  void anExampleDoesNotDependOnItsNeighbours() {
    try (Network network = network("plain")) {
      float[] together = values(forward(network));
      Matrix first = matrix(Arrays.copyOf(images(), ODD.size()), 1);
      Matrix alone =
          network
              .forward(List.of(first, column(7), matrix(new float[] {0, 1, 0}, 1)), Pass.INFERENCE)
              .get(0);
      assertThat(values(alone)).containsExactly(Arrays.copyOf(together, ODD.size()), within(1e-5f));
    }
  }

  @Test
  void aMixOfClassesLiesBetweenThem() {
    try (Network network = network("plain")) {
      Matrix image = matrix(Arrays.copyOf(images(), ODD.size()), 1);
      float[] first = ofClasses(network, image, 1, 0, 0);
      float[] mixed = ofClasses(network, image, 0.5f, 0, 0.5f);
      float[] second = ofClasses(network, image, 0, 0, 1);
      assertThat(distance(first, mixed)).isLessThan(distance(first, second));
      assertThat(distance(mixed, second)).isLessThan(distance(first, second));
    }
  }

  @Test
  void patchesHalveTheImageBeforeTheFirstBlock() {
    UNet patched = new UNet(List.of(4), 6, 2, 8, 2, 0);
    NetworkPlan plan = patched.plan("unet", ODD);
    assertThat(plan.outputs().get(0).shape()).isEqualTo(ODD);
    FeatureShape largest =
        plan.layers().stream()
            .filter(layer -> layer.name().equals("unet.first"))
            .map(layer -> layer.output().shape())
            .findFirst()
            .orElseThrow();
    assertThat(largest).isEqualTo(new FeatureShape(8, 6, 4));
  }

  @Test
  void refusesWidthsThatTheGroupsDoNotDivide() {
    assertThatThrownBy(() -> UNet.unconditional(List.of(32, 60), 128))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("multiples of 8")
        .hasMessageContaining("60");
  }

  /** Nothing hides behind layers that start at zero. */
  private static Network network(String primitives) {
    Network network =
        Network.of(
            SMALL.plan("unet", ODD),
            new Adam(1e-3),
            new Seed(1),
            PrimitivesForTests.named(primitives),
            SharedParameters.NONE);
    Map<String, Tensor> random = new LinkedHashMap<>();
    network
        .weights()
        .byName()
        .forEach(
            (name, tensor) -> {
              float[] values =
                  LayerCheck.gaussian(tensor.values().length, new Seed(2).derive(name));
              for (int i = 0; i < values.length; i++) {
                values[i] *= 0.2f;
              }
              random.put(name, new Tensor(tensor.shape(), values));
            });
    network.setWeights(new Tensors(random));
    return network;
  }

  private static Matrix forward(Network network) {
    return forward(network, images());
  }

  private static Matrix forward(Network network, float[] images) {
    List<Matrix> inputs = List.of(matrix(images, ROWS), column(7, 500, 0), matrix(CLASSES, ROWS));
    return network.forward(inputs, Pass.TRAINING).get(0);
  }

  private static float[] ofClasses(Network network, Matrix image, float... weights) {
    List<Matrix> inputs = List.of(image, column(7), matrix(weights, 1));
    return values(network.forward(inputs, Pass.INFERENCE).get(0));
  }

  private static double distance(float[] a, float[] b) {
    float[] difference = a.clone();
    for (int i = 0; i < a.length; i++) {
      difference[i] -= b[i];
    }
    return Math.sqrt(dot(difference, difference));
  }

  private static double shifted(Network network, float[] direction, double by, float[] pull) {
    float[] images = images();
    for (int i = 0; i < images.length; i++) {
      images[i] += (float) (by * direction[i]);
    }
    return dot(values(forward(network, images)), pull);
  }

  private static float[] images() {
    return LayerCheck.gaussian(ROWS * ODD.size(), new Seed(5));
  }

  private static double loss(Network network, Tensors weights, float[] pull) {
    network.setWeights(weights);
    return dot(values(forward(network)), pull);
  }

  private static Tensors moved(Tensors start, Map<String, Tensor> gradients, double factor) {
    Map<String, Tensor> moved = new LinkedHashMap<>();
    gradients.forEach(
        (name, gradient) -> {
          float[] values = start.get(name).values().clone();
          for (int i = 0; i < values.length; i++) {
            values[i] += (float) (factor * gradient.values()[i]);
          }
          moved.put(name, new Tensor(gradient.shape(), values));
        });
    return new Tensors(moved);
  }

  private static Matrix column(float... values) {
    return matrix(values, values.length);
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

  private static double dot(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
