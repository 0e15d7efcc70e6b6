package latentlab.engine.layers.dense;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;

/**
 * A fully connected layer, y = f(W x + b). An image is taken as the vector of its values.
 *
 * @param outputs how many values it gives
 * @param rule how weights are drawn
 * @param activation f, whose derivative must follow from its output
 */
public record Dense(int outputs, WeightRule rule, ActivationFunction activation)
    implements UnaryConfiguration {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are no outputs, or the activation needs its input in
   *     the backward pass: that takes a layer of its own
   */
  public Dense {
    if (outputs < 1) {
      throw new IllegalArgumentException("a dense layer needs outputs, not " + outputs);
    }
    activation.requireDerivativeFromOutput();
  }

  /**
   * Without a nonlinearity.
   *
   * @param outputs how many values it gives
   * @param rule how weights are drawn
   */
  public Dense(int outputs, WeightRule rule) {
    this(outputs, rule, ActivationFunction.IDENTITY);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return FeatureShape.vector(outputs);
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    long inputs = input.size();
    return List.of(
        new Parameter(
            "weight",
            List.of((long) outputs, inputs),
            true,
            Initialization.random(rule, (double) inputs, outputs)),
        new Parameter("bias", List.of((long) outputs), true, Initialization.constant(0)));
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return (long) outputs * input.size();
  }

  @Override
  public boolean readsOutputBackward() {
    return activation != ActivationFunction.IDENTITY;
  }

  @Override
  public Layer build(LayerContext context) {
    return new DenseLayer(context, activation);
  }
}
