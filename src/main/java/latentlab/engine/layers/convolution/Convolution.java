package latentlab.engine.layers.convolution;

import java.util.List;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;

/**
 * A convolution over images, plus a bias for each channel.
 *
 * @param channels of the output
 * @param kernel height and width of the kernel
 * @param stride distance of its positions
 * @param padding what happens at the border
 * @param rule how weights are drawn
 */
public record Convolution(int channels, int kernel, int stride, Padding padding, WeightRule rule)
    implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return shape(input).output();
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return ConvolutionLayer.parameters(shape(input), false, rule);
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return shape(input).multiplyAdds();
  }

  @Override
  public Layer build(LayerContext context) {
    ConvolutionShape shape = shape(context.input());
    return new ConvolutionLayer(
        context, shape.output(), images -> context.primitives().convolution(shape, images));
  }

  private ConvolutionShape shape(FeatureShape input) {
    return ConvolutionShape.of(input, channels, kernel, stride, padding);
  }
}
