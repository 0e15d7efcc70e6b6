package latentlab.engine.layers.dense;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;

/**
 * A fully connected layer whose weights are the transpose of another's, y = f(W^T x + b): that of a
 * decoder that mirrors its encoder (Hinton and Salakhutdinov 2006). It has a bias of its own; the
 * gradients of both layers are added.
 *
 * @param outputs how many values it gives: the inputs of the other layer
 * @param weight the full name of the other layer's weight, such as {@code encoder.0.weight}
 * @param activation f, whose derivative must follow from its output
 */
public record TiedDense(int outputs, String weight, ActivationFunction activation)
    implements UnaryConfiguration {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there are no outputs, or the activation needs its input in
   *     the backward pass: that takes a layer of its own
   */
  public TiedDense {
    if (outputs < 1) {
      throw new IllegalArgumentException("a dense layer needs outputs, not " + outputs);
    }
    activation.requireDerivativeFromOutput();
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return FeatureShape.vector(outputs);
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return List.of(
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
    return new TiedDenseLayer(context, context.shared().find(weight), outputs, activation);
  }
}
