package latentlab.engine.layers.activation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.primitives.FeatureShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SoftmaxTest {

  static Stream<Arguments> layers() {
    return LayerCase.onAllPrimitives(
        List.of(
            softmax(FeatureShape.vector(10), 7),
            softmax(FeatureShape.vector(1), 2),
            softmax(FeatureShape.vector(3001), 2),
            softmax(new FeatureShape(7, 9, 5), 1),
            softmax(new FeatureShape(28, 28, 3), 40),
            softmax(new FeatureShape(4, 4, 3), 5).inPass(Pass.INFERENCE)));
  }

  private static LayerCase softmax(FeatureShape shape, int rows) {
    return LayerCase.of(new Softmax(), shape, rows, (x, parameters) -> naive(x, shape.channels()));
  }

  private static double[] naive(double[] x, int channels) {
    double[] y = new double[x.length];
    for (int from = 0; from < x.length; from += channels) {
      double sum = 0;
      for (int i = from; i < from + channels; i++) {
        sum += Math.exp(x[i]);
      }
      for (int i = from; i < from + channels; i++) {
        y[i] = Math.exp(x[i]) / sum;
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
    if (tested.pass().training()) {
      LayerCheck.assertGradientsEqualCentralDifferences(primitives, tested);
    }
  }

  @Test
  void staysExactForInputsWhoseExponentialsOverflow() {
    LayerCase tested =
        new LayerCase(
            new Softmax(),
            List.of(FeatureShape.vector(3)),
            1,
            Optional.of(List.of(new float[] {5000f, 4999f, -5000f})),
            List.of(true),
            Pass.TRAINING,
            (x, parameters) -> naive(new double[] {1, 0, -1e4}, 3));

    LayerCheck.assertComputesItsDefinition("plain", tested);
  }

  @Test
  void mayNotHaveItsOutputOverwritten() {
    assertThat(new Softmax().readsOutputBackward()).isTrue();
  }
}
