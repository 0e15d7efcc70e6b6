package latentlab.models.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The flow's mathematics, and its training against what it trains. */
class FlowPriorTest {

  private static final PriorSettings SMALL =
      new PriorSettings(PriorKind.FLOW, 1, 1, 5, 12, 1, 64, 1e-3);

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5, 16})
  void undoesItself(int size) {
    FlowPrior flow = randomFlow(size);
    RandomGenerator random = new Seed(5).generator();
    for (int i = 0; i < 20; i++) {
      double[] x = new double[size];
      Gaussian.drawStandard(random, x);
      double[] back = x.clone();
      flow.forward(back);
      assertThat(back).isNotEqualTo(x);
      flow.inverse(back);
      assertThat(back).containsExactly(x, within(1e-9));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void hasTheLogDeterminantOfItsJacobian(int size) {
    FlowPrior flow = randomFlow(size);
    double[] x = new double[size];
    Gaussian.drawStandard(new Seed(6).generator(), x);
    double h = 1e-6;
    double[] jacobian = new double[size * size];
    for (int j = 0; j < size; j++) {
      double[] above = x.clone();
      double[] below = x.clone();
      above[j] += h;
      below[j] -= h;
      flow.forward(above);
      flow.forward(below);
      for (int i = 0; i < size; i++) {
        jacobian[i * size + j] = (above[i] - below[i]) / (2 * h);
      }
    }
    double expected = Math.log(Math.abs(determinant(jacobian, size)));
    assertThat(flow.forward(x.clone())).isCloseTo(expected, within(1e-6));
  }

  @Test
  void hasTheDensityOfItsBaseTimesTheDeterminant() {
    FlowPrior flow = randomFlow(3);
    double[] x = {0.5, -1, 2};
    double[] z = x.clone();
    double logDeterminant = flow.forward(z);
    double base = -0.5 * Arrays.stream(z).map(v -> v * v).sum() - 1.5 * Math.log(2 * Math.PI);
    assertThat(flow.logDensity(LatentCodes.of(0.5f, -1, 2))[0])
        .isCloseTo(base + logDeterminant, within(1e-12));
  }

  @Test
  void hasADensityThatIntegratesToOne() {
    FlowPrior flow = randomFlow(2, 0.15f);
    int side = 150;
    double extent = 9;
    double step = 2 * extent / side;
    float[] grid = new float[side * side * 2];
    for (int i = 0; i < side * side; i++) {
      int row = i / side;
      grid[2 * i] = (float) ((i % side + 0.5) * step - extent);
      grid[2 * i + 1] = (float) ((row + 0.5) * step - extent);
    }
    double[] densities = flow.logDensity(new LatentCodes(side * side, 2, grid));
    double mass = Arrays.stream(densities).map(Math::exp).sum() * step * step;
    assertThat(mass).isCloseTo(1, within(0.01));
  }

  @Test
  void keepsEachDimensionAndMovesEachDimension() {
    for (int size = 2; size < 20; size++) {
      int[] moves = new int[size];
      for (Coupling coupling : Coupling.alternating(size, 2)) {
        assertThat(coupling.kept()).isNotEmpty();
        assertThat(coupling.moved()).isNotEmpty();
        for (int j : coupling.moved()) {
          moves[j]++;
        }
      }
      assertThat(moves).containsOnly(1);
    }
  }

  @Test
  void splitsAnyTwoDimensionsByTheirIndices() {
    for (Coupling coupling : Coupling.alternating(16, 8)) {
      assertThat(coupling.kept()).hasSize(8);
    }
    assertThat(Coupling.alternating(4, 4).stream().map(c -> Arrays.toString(c.kept())))
        .containsExactly("[0, 2]", "[1, 3]", "[0, 1]", "[2, 3]");
  }

  @Test
  void startsAsTheGaussianOfTheCodes() {
    try (FlowTraining training = new FlowTraining(3, SMALL, new Seed(2))) {
      float[] codes = {1, 2, -1, 0.5f, 0, 3};
      double expected = 0.5 * (1 + 4 + 1 + 0.25 + 9) / 2 + 1.5 * Math.log(2 * Math.PI);
      assertThat(training.computeGradients(codes, 2)).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void trainsAlongTheGradientOfItsLoss() {
    int size = 3;
    LatentCodes codes = curve(6, size, new Seed(8));
    PriorSettings fast = new PriorSettings(PriorKind.FLOW, 1, 1, 4, 6, 1, 64, 0.05);
    try (FlowTraining training = new FlowTraining(size, fast, new Seed(3))) {
      for (int step = 0; step < 10; step++) { // The last layers start at zero; away from there.
        training.computeGradients(codes.values().clone(), codes.count());
        training.update(1);
      }
      Tensors weights = training.weights();
      double loss = training.computeGradients(codes.values().clone(), codes.count());
      assertThat(loss).isCloseTo(loss(size, fast, weights, codes), within(1e-5));
      training
          .gradients()
          .byName()
          .forEach(
              (name, gradient) -> {
                for (int at = 0; at < gradient.values().length; at += 3) {
                  double expected = difference(size, fast, weights, codes, name, at);
                  assertThat((double) gradient.values()[at])
                      .as(name + " " + at)
                      .isCloseTo(expected, within(2e-4 + 2e-3 * Math.abs(expected)));
                }
              });
    }
  }

  @Test
  void learnsADistributionThatIsNoGaussian() {
    LatentCodes codes = curve(2000, 2, new Seed(1));
    LatentCodes others = curve(1000, 2, new Seed(2));
    PriorSettings settings = new PriorSettings(PriorKind.FLOW, 1, 1, 4, 16, 25, 128, 5e-3);
    double flow = mean(fit(settings, codes).logDensity(others));
    double gaussian = mean(fit(PriorSettings.of(PriorKind.GAUSSIAN), codes).logDensity(others));
    double truth = 0;
    for (int i = 0; i < others.count(); i++) {
      double u = others.values()[2 * i];
      double v = others.values()[2 * i + 1] - u * u;
      truth += -0.5 * (u * u + v * v / 0.04) - Math.log(2 * Math.PI * 0.2);
    }
    truth /= others.count();
    assertThat(flow).isGreaterThan(gaussian + 0.8).isLessThan(truth + 0.02);
    assertThat(flow).isCloseTo(truth, within(0.15));
  }

  @Test
  void refusesOneDimension() {
    LatentCodes codes = new LatentCodes(4, 1, new float[] {1, 2, 3, 4});
    assertThatThrownBy(() -> fit(SMALL, codes))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("at least 2 latent dimensions, not 1");
    assertThatThrownBy(() -> LatentPriors.restore(SMALL, 1, new Tensors(Map.of())))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void stopsWhenItIsCancelled() {
    Cancellation cancellation = new Cancellation();
    cancellation.cancel();
    LatentCodes codes = curve(30, 2, new Seed(1));
    assertThatThrownBy(
            () -> LatentPriors.fit(SMALL, codes, new Seed(1), Progress.NONE, cancellation))
        .isInstanceOf(CancellationException.class);
  }

  private static LatentPrior fit(PriorSettings settings, LatentCodes codes) {
    return LatentPriors.fit(settings, codes, new Seed(7), Progress.NONE, new Cancellation());
  }

  /** Points around a parabola: x = u, y = u^2 + 0.2 v; further dimensions are normal. */
  private static LatentCodes curve(int count, int size, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] values = new float[count * size];
    for (int i = 0; i < count; i++) {
      float u = (float) random.nextGaussian();
      values[i * size] = u;
      values[i * size + 1] = u * u + 0.2f * (float) random.nextGaussian();
      for (int j = 2; j < size; j++) {
        values[i * size + j] = (float) random.nextGaussian();
      }
    }
    return new LatentCodes(count, size, values);
  }

  /** A flow whose networks do something from the start. */
  private static FlowPrior randomFlow(int size) {
    return randomFlow(size, 0.3f);
  }

  private static FlowPrior randomFlow(int size, float deviation) {
    RandomGenerator random = new Seed(size).generator();
    Map<String, Tensor> all = new LinkedHashMap<>();
    float[] mean = new float[size];
    float[] factor = new float[size * size];
    for (int i = 0; i < size; i++) {
      mean[i] = 0.1f * i;
      for (int j = 0; j <= i; j++) {
        factor[i * size + j] = i == j ? 0.8f + 0.1f * i : 0.2f;
      }
    }
    all.put("mean", Tensor.vector(mean));
    all.put("factor", new Tensor(List.of((long) size, (long) size), factor));
    try (FlowTraining training = new FlowTraining(size, SMALL, new Seed(4))) {
      training
          .weights()
          .byName()
          .forEach(
              (name, tensor) -> {
                float[] values = new float[tensor.values().length];
                for (int at = 0; at < values.length; at++) {
                  values[at] = deviation * (float) random.nextGaussian();
                }
                all.put(name, new Tensor(tensor.shape(), values));
              });
    }
    return new FlowPrior(size, SMALL, new Tensors(all));
  }

  private static double difference(
      int size, PriorSettings settings, Tensors weights, LatentCodes codes, String name, int at) {
    float h = 1e-3f;
    Tensor tensor = weights.get(name);
    float above = tensor.values()[at] + h;
    float below = tensor.values()[at] - h;
    return (loss(size, settings, with(weights, name, at, above), codes)
            - loss(size, settings, with(weights, name, at, below), codes))
        / ((double) above - below);
  }

  private static Tensors with(Tensors weights, String name, int at, float value) {
    Map<String, Tensor> all = new LinkedHashMap<>(weights.byName());
    float[] values = weights.get(name).values().clone();
    values[at] = value;
    all.put(name, new Tensor(weights.get(name).shape(), values));
    return new Tensors(all);
  }

  /** The loss of white codes, in double precision. */
  private static double loss(int size, PriorSettings settings, Tensors weights, LatentCodes codes) {
    Map<String, Tensor> all = new LinkedHashMap<>(weights.byName());
    float[] identity = new float[size * size];
    for (int i = 0; i < size; i++) {
      identity[i * size + i] = 1;
    }
    all.put("mean", Tensor.vector(new float[size]));
    all.put("factor", new Tensor(List.of((long) size, (long) size), identity));
    return -mean(new FlowPrior(size, settings, new Tensors(all)).logDensity(codes));
  }

  private static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  /** By elimination with pivots. */
  private static double determinant(double[] given, int size) {
    double[][] m = new double[size][];
    for (int i = 0; i < size; i++) {
      m[i] = Arrays.copyOfRange(given, i * size, (i + 1) * size);
    }
    double product = 1;
    for (int k = 0; k < size; k++) {
      int pivot = k;
      for (int i = k + 1; i < size; i++) {
        pivot = Math.abs(m[i][k]) > Math.abs(m[pivot][k]) ? i : pivot;
      }
      double[] row = m[pivot];
      m[pivot] = m[k];
      m[k] = row;
      product *= pivot == k ? row[k] : -row[k];
      for (int i = k + 1; i < size; i++) {
        double factor = m[i][k] / row[k];
        for (int j = k; j < size; j++) {
          m[i][j] -= factor * row[j];
        }
      }
    }
    return product;
  }
}
