package latentlab.engine.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;

/**
 * Checks of one layer against its definition: the forward pass, gradients by central differences in
 * double precision, and the contract of {@link Layer} about memory.
 */
public final class LayerCheck implements AutoCloseable {

  private static final double TOLERANCE = 1e-4;
  private static final double STEP = 1e-4;
  private static final int COORDINATES = 8;

  private final LayerCase tested;
  private final Primitives primitives;
  private final Map<String, ParameterView> parameters = new LinkedHashMap<>();
  private final Layer layer;
  private final boolean inputReusable;

  private LayerCheck(String primitivesName, LayerCase tested, boolean inputReusable) {
    this.tested = tested;
    this.inputReusable = inputReusable;
    this.primitives = PrimitivesForTests.named(primitivesName);
    for (Parameter parameter : tested.layer().parameters(tested.shapes())) {
      parameters.put(parameter.name(), view(parameter));
    }
    this.layer =
        tested
            .layer()
            .build(
                new LayerContext(
                    "tested",
                    tested.shapes(),
                    inputReusable,
                    primitives,
                    parameters,
                    SharedParameters.NONE));
  }

  /** Random values, so that nothing hides behind zeros and ones; variances stay as they start. */
  private static ParameterView view(Parameter parameter) {
    int rows = parameter.shape().size() == 1 ? 1 : Math.toIntExact(parameter.shape().get(0));
    Matrix values = Matrix.allocate(rows, parameter.size() / rows);
    parameter.initialization().writer().accept(values.array().reshape(parameter.size()));
    if (!parameter.name().endsWith("running_variance")) {
      values.copyFrom(gaussian(parameter.size(), new Seed(5).derive(parameter.name())));
    }
    Matrix gradient = parameter.trained() ? Matrix.allocate(rows, values.columns()) : values;
    return new ParameterView(parameter, values, gradient);
  }

  /** The forward pass computes what the definition says, whatever memory the layer may use. */
  public static void assertComputesItsDefinition(String primitives, LayerCase tested) {
    for (boolean reusable : new boolean[] {false, true}) {
      try (LayerCheck check = new LayerCheck(primitives, tested, reusable)) {
        double[] expected =
            tested.naive().of(doubles(tested.inputs()), doubles(check.parameterValues()));
        assertClose("output", values(check.forward()), expected);
      }
    }
  }

  /**
   * The backward pass gives the slopes of the definition, the same each time, whatever memory the
   * layer may use and whether or not the rest is wanted.
   */
  public static void assertGradientsEqualCentralDifferences(String primitives, LayerCase tested) {
    try (LayerCheck check = new LayerCheck(primitives, tested, false);
        LayerCheck inPlace = new LayerCheck(primitives, tested, true)) {
      Map<String, float[]> gradients = check.gradients(new Wanted(true, true));
      check.compareWithDifferences(gradients);
      assertSame(gradients, check.gradients(new Wanted(true, true)));
      assertSame(gradients, inPlace.gradients(new Wanted(true, true)));
      assertSame(gradients, check.gradients(new Wanted(true, false)));
      assertSame(gradients, check.gradients(new Wanted(false, true)));
    }
  }

  private static void assertSame(Map<String, float[]> expected, Map<String, float[]> actual) {
    actual.forEach((name, values) -> assertThat(values).as(name).isEqualTo(expected.get(name)));
  }

  /** Errors of inputs ("input 0", ...) and gradients of parameters for a fixed error. */
  private Map<String, float[]> gradients(Wanted wanted) {
    Matrix output = forward();
    float[] pull = pull(output.rows() * output.columns());
    Matrix error = matrix(pull, output.rows());
    float unset = 12345;
    for (ParameterView view : parameters.values()) {
      if (view.parameter().trained()) {
        view.gradient().array().assign(unset);
      }
    }
    List<Matrix> errors = layer.backward(error, wanted);
    Map<String, float[]> found = new LinkedHashMap<>();
    if (wanted.inputs()) {
      assertThat(errors).hasSize(tested.shapes().size());
      for (int i = 0; i < errors.size(); i++) {
        if (tested.differentiable().get(i)) {
          found.put("input " + i, values(errors.get(i)));
        }
        for (int j = 0; j < i; j++) {
          assertThat(errors.get(i).pointer().address())
              .as("errors of inputs share no memory")
              .isNotEqualTo(errors.get(j).pointer().address());
        }
      }
    }
    parameters.forEach(
        (name, view) -> {
          if (view.parameter().trained()) {
            float[] gradient = values(view.gradient());
            if (wanted.parameters()) {
              found.put(name, gradient);
            } else {
              assertThat(gradient).as("gradient not wanted").containsOnly(unset);
            }
          }
        });
    return found;
  }

  private void compareWithDifferences(Map<String, float[]> gradients) {
    List<double[]> inputs = doubles(tested.inputs());
    Map<String, double[]> at = doubles(parameterValues());
    int outputs = tested.naive().of(inputs, at).length;
    float[] pull = pull(outputs);
    ToDoubleFunction<double[]> loss = moved -> dot(tested.naive().of(inputs, at), pull);
    gradients.forEach(
        (name, gradient) -> {
          double[] moved =
              name.startsWith("input ")
                  ? inputs.get(Integer.parseInt(name.substring(6)))
                  : LayerCase.get(at, name);
          compare(name, gradient, moved, loss);
        });
  }

  /** Compares at some coordinates with the slope of a loss of values that are moved in place. */
  private static void compare(
      String what, float[] gradient, double[] values, ToDoubleFunction<double[]> loss) {
    assertThat(gradient).as(what).hasSize(values.length);
    double largest = 1e-3;
    for (float g : gradient) {
      largest = Math.max(largest, Math.abs(g));
    }
    RandomGenerator random = new Seed(gradient.length).generator();
    for (int n = 0; n < COORDINATES; n++) {
      int i = random.nextInt(values.length);
      double old = values[i];
      values[i] = old + STEP;
      double up = loss.applyAsDouble(values);
      values[i] = old - STEP;
      double down = loss.applyAsDouble(values);
      values[i] = old;
      assertThat((double) gradient[i])
          .as("%s[%d]", what, i)
          .isCloseTo((up - down) / (2 * STEP), within(TOLERANCE * largest));
    }
  }

  /** Runs another number of rows before, which must leave no trace. */
  private Matrix forward() {
    List<float[]> inputs = tested.inputs();
    if (tested.rows() > 1 && tested.pass().noise().isEmpty() && !learnsInForwardPass()) {
      layer.forward(matrices(inputs, 1), tested.pass());
    }
    List<Matrix> batches = matrices(inputs, tested.rows());
    Matrix output = layer.forward(batches, tested.pass());
    for (int i = inputReusable ? 1 : 0; i < inputs.size(); i++) {
      assertThat(values(batches.get(i))).as("input %d unchanged", i).isEqualTo(inputs.get(i));
    }
    return output;
  }

  private boolean learnsInForwardPass() {
    return parameters.values().stream().anyMatch(view -> !view.parameter().trained());
  }

  private List<Matrix> matrices(List<float[]> inputs, int rows) {
    List<Matrix> batches = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      FeatureShape shape = tested.shapes().get(i);
      batches.add(matrix(Arrays.copyOf(inputs.get(i), rows * shape.size()), rows));
    }
    return batches;
  }

  private Map<String, float[]> parameterValues() {
    Map<String, float[]> found = new LinkedHashMap<>();
    parameters.forEach((name, view) -> found.put(name, values(view.values())));
    return found;
  }

  private static float[] pull(int length) {
    return gaussian(length, new Seed(3));
  }

  private static void assertClose(String what, float[] actual, double[] expected) {
    double largest = Math.max(1, Arrays.stream(expected).map(Math::abs).max().orElse(0));
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < expected.length; i++) {
      assertThat((double) actual[i])
          .as("%s[%d]", what, i)
          .isCloseTo(expected[i], within(TOLERANCE * largest));
    }
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

  private static double dot(double[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static List<double[]> doubles(List<float[]> values) {
    return values.stream().map(LayerCheck::doubles).toList();
  }

  private static Map<String, double[]> doubles(Map<String, float[]> values) {
    Map<String, double[]> copy = new LinkedHashMap<>();
    values.forEach((name, array) -> copy.put(name, doubles(array)));
    return copy;
  }

  private static double[] doubles(float[] values) {
    double[] copy = new double[values.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i];
    }
    return copy;
  }

  /** Standard normal numbers. */
  public static float[] gaussian(int n, Seed seed) {
    RandomGenerator random = seed.generator();
    float[] values = new float[n];
    for (int i = 0; i < n; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }

  @Override
  public void close() {
    layer.close();
    primitives.close();
  }
}
