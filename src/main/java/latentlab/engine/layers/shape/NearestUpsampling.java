package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Enlarges an image: each pixel becomes a block of equal ones.
 *
 * @param factor the height and width of a block, at least 1
 */
public record NearestUpsampling(int factor) implements UnaryConfiguration {

  /**
   * Checks the factor.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public NearestUpsampling {
    ShapeCheck.atLeast(1, factor, "the factor");
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return ShapeCheck.shape(
        (long) input.height() * factor, (long) input.width() * factor, input.channels());
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape large = output(context.input());
    LinearMap blockSums =
        new WindowSums(
            large, context.input(), factor, factor, factor, 1f, context.primitives().workers());
    return new LinearMapLayer(context, large, blockSums.transposed());
  }
}
