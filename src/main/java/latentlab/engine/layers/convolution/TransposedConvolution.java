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
 * A transposed convolution to images of an exact size, plus a bias for each channel. It mirrors the
 * convolution of the same kernel, stride and padding from images of that size to those given: a
 * decoder gives each layer the sizes that its encoder saw, whether odd or even, and nothing has to
 * be cropped.
 *
 * @param output the shape of what it gives
 * @param kernel height and width of the kernel
 * @param stride distance of the positions of the mirrored convolution
 * @param padding of the mirrored convolution
 * @param rule how weights are drawn
 */
public record TransposedConvolution(
    FeatureShape output, int kernel, int stride, Padding padding, WeightRule rule)
    implements UnaryConfiguration {

  @Override
  public FeatureShape output(FeatureShape input) {
    return mirror(input).input();
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return ConvolutionLayer.parameters(mirror(input), true, rule);
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return mirror(input).multiplyAdds();
  }

  @Override
  public Layer build(LayerContext context) {
    ConvolutionShape mirror = mirror(context.input());
    return new ConvolutionLayer(
        context, output, images -> context.primitives().transposedConvolution(mirror, images));
  }

  private ConvolutionShape mirror(FeatureShape input) {
    return ConvolutionShape.mirrored(input, output, kernel, stride, padding);
  }
}
