package latentlab.engine.layers.activation;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;

/**
 * A nonlinearity for each element.
 *
 * @param function which one
 */
public record Activation(ActivationFunction function) implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public boolean readsOutputBackward() {
    return function.derivativeFromOutput();
  }

  @Override
  public Layer build(LayerContext context) {
    return new ActivationLayer(function, context);
  }
}
