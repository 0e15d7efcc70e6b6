package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.primitives.FeatureShape;

/**
 * Adds a vector with a value for each channel to every pixel of an image: y[p, c] = x[p, c] + v[c].
 * So a residual block is told the time step (Ho et al. 2020, appendix B). Inputs: the image, the
 * vector. Works in place on the image where it may.
 */
public record ChannelShift() implements LayerConfiguration {

  @Override
  public FeatureShape output(List<FeatureShape> inputs) {
    return InputCheck.imageAndVector(inputs, 1);
  }

  @Override
  public List<Parameter> parameters(List<FeatureShape> inputs) {
    return List.of();
  }

  @Override
  public Layer build(LayerContext context) {
    return new ChannelShiftLayer(context);
  }
}
