package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.primitives.FeatureShape;

/**
 * Scales and shifts each channel of an image as a vector says: y[p, c] = x[p, c] (1 + v[c]) +
 * v[channels + c]. This is FiLM (Perez et al. 2018, equation 2), but for the scale, which is given
 * as its difference from 1, so that a vector of zeros changes nothing. Inputs: the image, the
 * vector of twice as many values as the image has channels.
 */
public record ChannelScaleShift() implements LayerConfiguration {

  @Override
  public FeatureShape output(List<FeatureShape> inputs) {
    return InputCheck.imageAndVector(inputs, 2);
  }

  @Override
  public List<Parameter> parameters(List<FeatureShape> inputs) {
    return List.of();
  }

  @Override
  public Layer build(LayerContext context) {
    return new ChannelScaleShiftLayer(context);
  }
}
