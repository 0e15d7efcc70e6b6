package latentlab.engine.primitives.elementwise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ElementwisePrimitive;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.primitives.PrimitivesForTests;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Functions of elements against closed forms in double precision, over all that they are given. */
class ElementwisePrecisionTest {

  private static final int COUNT = 100_003;
  private static final double LARGEST = 50;
  private static final List<Curve> CURVES =
      List.of(
          new Curve(
              ActivationFunction.SELU,
              x -> 1.0507009873 * (x > 0 ? x : 1.6732632423 * Math.expm1(x)),
              x -> 1.0507009873 * (x > 0 ? 1 : 1.6732632423 * Math.exp(x))),
          new Curve(
              ActivationFunction.SILU,
              x -> x * sigmoid(x),
              x -> sigmoid(x) * (1 + x * sigmoid(-x))),
          new Curve(
              ActivationFunction.GELU,
              x -> x * sigmoid(gate(x)),
              x -> sigmoid(gate(x)) * (1 + x * sigmoid(-gate(x)) * gateSlope(x))),
          new Curve(
              ActivationFunction.SOFTPLUS,
              x -> Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x))),
              x -> sigmoid(x)),
          new Curve(ActivationFunction.TANH, Math::tanh, x -> 1 - Math.tanh(x) * Math.tanh(x)),
          new Curve(ActivationFunction.SIGMOID, x -> sigmoid(x), x -> sigmoid(x) * sigmoid(-x)));

  /** A function in double precision. */
  private record Curve(
      ActivationFunction function, DoubleUnaryOperator value, DoubleUnaryOperator slope) {
    @Override
    public String toString() {
      return function.toString();
    }
  }

  static Stream<Arguments> functions() {
    return PrimitivesForTests.names()
        .flatMap(name -> CURVES.stream().map(curve -> Arguments.of(name, curve)));
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  private static double gate(double x) {
    return 2 * Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x);
  }

  private static double gateSlope(double x) {
    return 2 * Math.sqrt(2 / Math.PI) * (1 + 3 * 0.044715 * x * x);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("functions")
  void isExactWithinMillionths(String name, Curve curve) {
    try (Primitives primitives = PrimitivesForTests.named(name);
        ElementwisePrimitive elementwise = primitives.elementwise(curve.function(), COUNT)) {
      Matrix x = grid();
      Matrix y = Matrix.allocate(1, COUNT);
      elementwise.forward(x, y);
      assertThat(worstError(x, y, curve.value())).as("value").isLessThan(1e-6);

      Matrix slope = Matrix.allocate(1, COUNT);
      slope.array().assign(1);
      elementwise.backward(curve.function().derivativeFromOutput() ? y : x, slope);
      assertThat(worstError(x, slope, curve.slope())).as("slope").isLessThan(5e-6);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("functions")
  void isTheSameInPlaceAndForFewElements(String name, Curve curve) {
    int few = 5;
    try (Primitives primitives = PrimitivesForTests.named(name);
        ElementwisePrimitive elementwise = primitives.elementwise(curve.function(), few)) {
      Matrix x = Matrix.allocate(1, few);
      x.copyFrom(new float[] {-3f, -0.01f, 0f, 0.5f, 20f});
      Matrix kept = Matrix.allocate(1, few);
      kept.array().assign(x.array());
      elementwise.forward(x, x);
      assertThat(worstError(kept, x, curve.value())).isLessThan(1e-6);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("functions")
  void staysFiniteForHugeInputs(String name, Curve curve) {
    float[] huge = {-1e6f, -1000f, -90f, 90f, 1000f, 1e6f};
    try (Primitives primitives = PrimitivesForTests.named(name);
        ElementwisePrimitive elementwise = primitives.elementwise(curve.function(), huge.length)) {
      Matrix x = Matrix.allocate(1, huge.length);
      x.copyFrom(huge);
      Matrix y = Matrix.allocate(1, huge.length);
      elementwise.forward(x, y);
      assertThat(worstError(x, y, curve.value())).as("value").isLessThan(1e-5);

      Matrix slope = Matrix.allocate(1, huge.length);
      slope.array().assign(1);
      elementwise.backward(curve.function().derivativeFromOutput() ? y : x, slope);
      assertThat(worstError(x, slope, curve.slope())).as("slope").isLessThan(1e-5);
    }
  }

  private static Matrix grid() {
    float[] values = new float[COUNT];
    for (int i = 0; i < COUNT; i++) {
      double t = 2.0 * i / (COUNT - 1) - 1;
      values[i] = (float) (LARGEST * t * t * t);
    }
    Matrix matrix = Matrix.allocate(1, COUNT);
    matrix.copyFrom(values);
    return matrix;
  }

  /** Relative to the value where it is above 1. */
  private static double worstError(Matrix x, Matrix actual, DoubleUnaryOperator expected) {
    double worst = 0;
    for (int i = 0; i < x.columns(); i++) {
      double value = expected.applyAsDouble(x.buffer().get(i));
      double error = Math.abs(actual.buffer().get(i) - value);
      worst = Math.max(worst, error / Math.max(1, Math.abs(value)));
    }
    return worst;
  }
}
