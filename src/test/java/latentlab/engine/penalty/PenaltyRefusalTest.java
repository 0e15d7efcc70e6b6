package latentlab.engine.penalty;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.TangentPasses;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

/** Critics for which the penalty would be wrong, and calls out of order. */
class PenaltyRefusalTest {

  private static final FeatureShape INPUT = FeatureShape.vector(4);

  private static final LayerConfiguration LAST = new Dense(1, WeightRule.HE);

  @Test
  void namesTheLayerThatIsNotPiecewiseLinear() {
    assertRefused(sequence(new BatchNormalization(), LAST), "critic.0", "BatchNormalization");
    assertRefused(
        sequence(new Dense(3, WeightRule.HE), new Activation(ActivationFunction.SILU), LAST),
        "critic.activation-1",
        "SILU",
        "not piecewise linear");
    for (ActivationFunction smooth :
        List.of(ActivationFunction.SELU, ActivationFunction.TANH, ActivationFunction.SIGMOID)) {
      assertRefused(sequence(new Activation(smooth), LAST), "critic.activation-0", smooth.name());
      assertRefused(sequence(LAST, new Dense(1, WeightRule.HE, smooth)), "critic.1", smooth.name());
    }
  }

  @Test
  void refusesACriticOfSeveralValues() {
    assertRefused(sequence(new Dense(2, WeightRule.HE)), "one value", "1x1x2");
  }

  @Test
  void refusesSeveralInputsOrOutputs() {
    NetworkPlan.Builder pairs = NetworkPlan.named("critic");
    Node one = pairs.input(INPUT);
    Node other = pairs.input(INPUT);
    assertRefused(
        pairs.build(pairs.add(LAST, one), pairs.add(LAST, other)), "one input", "2 and 2");

    NetworkPlan.Builder twoOutputs = NetworkPlan.named("critic");
    Node input = twoOutputs.input(INPUT);
    assertRefused(
        twoOutputs.build(twoOutputs.add(LAST, input), twoOutputs.add(LAST, input)),
        "one output",
        "1 and 2");
  }

  @Test
  void refusesTangentPassesOutOfOrder() {
    try (Network critic = critic(sequence(LAST))) {
      TangentPasses tangents = critic.tangentPasses();
      Matrix direction = Matrix.allocate(2, 4);
      direction.array().assign(1);
      Matrix error = Matrix.allocate(2, 1);
      error.array().assign(1);
      assertThatThrownBy(() -> tangents.forward(direction))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("critic");
      critic.forward(direction);
      assertThatThrownBy(() -> tangents.backward(error))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("critic");
      assertThatThrownBy(() -> tangents.forward(Matrix.allocate(3, 4)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("2 rows");
      assertThatThrownBy(() -> tangents.forward(Matrix.allocate(2, 5)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[rows, 4]");
      tangents.forward(direction);
      assertThatThrownBy(() -> tangents.backward(Matrix.allocate(2, 3)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("[rows, 1]");
      critic.infer(direction);
      assertThatThrownBy(() -> tangents.backward(error)).isInstanceOf(IllegalStateException.class);
    }
  }

  private static void assertRefused(NetworkPlan plan, String... messageParts) {
    try (Network critic = critic(plan)) {
      assertThatThrownBy(() -> new GradientPenalty(critic))
          .isInstanceOf(IllegalArgumentException.class)
          .message()
          .contains(messageParts);
    }
  }

  private static NetworkPlan sequence(LayerConfiguration... layers) {
    return NetworkPlan.sequence("critic", INPUT, List.of(layers));
  }

  private static Network critic(NetworkPlan plan) {
    return Network.of(
        plan,
        new Adam(1e-2),
        new Seed(3),
        PrimitivesForTests.named("plain"),
        SharedParameters.NONE);
  }
}
