package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.primitives.FeatureShape;

/**
 * Puts the channels of two or more images of equal height and width side by side, in the order of
 * the inputs: the skip connection of a U-Net (Ronneberger et al. 2015). Vectors are images of one
 * pixel.
 */
public record Concatenation() implements LayerConfiguration {

  @Override
  public FeatureShape output(List<FeatureShape> inputs) {
    InputCheck.twoOrMore(inputs);
    FeatureShape first = inputs.get(0);
    long channels = 0;
    for (FeatureShape input : inputs) {
      if (input.height() != first.height() || input.width() != first.width()) {
        throw new IllegalArgumentException(
            "concatenates images of equal height and width, not " + inputs);
      }
      channels += input.channels();
    }
    if (channels > Integer.MAX_VALUE) {
      throw new IllegalArgumentException("the result has too many channels: " + channels);
    }
    return new FeatureShape(first.height(), first.width(), (int) channels);
  }

  @Override
  public List<Parameter> parameters(List<FeatureShape> inputs) {
    return List.of();
  }

  @Override
  public Layer build(LayerContext context) {
    return new ConcatenationLayer(context, output(context.inputs()));
  }
}
