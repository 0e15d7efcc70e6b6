package latentlab.engine.layers.activation;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Positive numbers that sum to 1 over the channels of each pixel, which for a vector are all its
 * values: e^x divided by the sum of e^x.
 */
public record Softmax() implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public boolean readsOutputBackward() {
    return true;
  }

  @Override
  public Layer build(LayerContext context) {
    return new SoftmaxLayer(context);
  }
}
