package latentlab.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.engine.primitives.plain.PlainPrimitives;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

class HostedGraphTest {

  private static final FeatureShape IMAGE = new FeatureShape(5, 6, 2);

  /** So that DL4J's users find what they expect of its networks. */
  @Test
  void dl4jsOwnPassesGiveTheSameAsTheLayersDrivenDirectly() {
    try (PlainPrimitives primitives = new PlainPrimitives(new Workers(1));
        HostedGraph hosted = new HostedGraph(plan(), primitives, NONE, new Seed(1))) {
      float[] input = LayerCheck.gaussian(4 * IMAGE.size(), new Seed(2));
      float[] pull = LayerCheck.gaussian(4 * 3, new Seed(3));

      INDArray output = hosted.graph().feedForward(array(input, 4), false).get("net.1");
      hosted.graph().backpropGradient(array(pull, 4));
      float[] gradient = hosted.gradientVector().array().dup().data().asFloat();
      assertThat(gradient).isNotEqualTo(new float[gradient.length]);
      hosted.gradientVector().array().assign(0);

      Matrix value = matrix(input, 4);
      for (Layer layer : hosted.layers()) {
        value = layer.forward(List.of(value), Pass.TRAINING);
      }
      assertThat(Objects.requireNonNull(output).data().asFloat())
          .isEqualTo(value.array().dup().data().asFloat());
      Matrix error = matrix(pull, 4);
      for (int i = hosted.layers().size() - 1; i >= 0; i--) {
        error = hosted.layers().get(i).backward(error, new Wanted(true, true)).get(0);
      }
      assertThat(hosted.gradientVector().array().dup().data().asFloat())
          .containsExactly(gradient, within(1e-6f));
    }
  }

  @Test
  void initialWeightsLieInTheGraphsFlatVector() {
    try (PlainPrimitives primitives = new PlainPrimitives(new Workers(1));
        HostedGraph hosted = new HostedGraph(plan(), primitives, NONE, new Seed(1))) {
      assertThat(hosted.parameterCount()).isEqualTo(3 * 2 * 9 + 3 + 3 * 90 + 3);
      assertThat(hosted.graph().params().length()).isEqualTo(hosted.parameterCount());
      assertThat(hosted.graph().params().stdNumber().doubleValue()).isPositive();
    }
  }

  @Test
  void refusesToShareWhatDoesNotExist() {
    try (PlainPrimitives primitives = new PlainPrimitives(new Workers(1));
        HostedGraph hosted = new HostedGraph(plan(), primitives, NONE, new Seed(1))) {
      assertThatThrownBy(() -> hosted.share("net.7.weight"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("net.7.weight")
          .hasMessageContaining("net.1.weight");
    }
  }

  private static final SharedParameters NONE = SharedParameters.NONE;

  private static NetworkPlan plan() {
    return NetworkPlan.sequence(
        "net",
        IMAGE,
        List.of(
            new Convolution(3, 3, 1, Padding.SAME, WeightRule.HE),
            new Activation(ActivationFunction.TANH),
            new Dense(3, WeightRule.GLOROT)));
  }

  private static INDArray array(float[] values, int rows) {
    return Nd4j.createFromArray(values).reshape(rows, values.length / rows);
  }

  private static Matrix matrix(float[] values, int rows) {
    return Matrix.over(array(values, rows), rows, values.length / rows);
  }
}
