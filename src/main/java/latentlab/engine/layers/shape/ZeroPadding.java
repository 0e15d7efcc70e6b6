package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Surrounds an image with zeros.
 *
 * @param top lines above it, at least 0
 * @param bottom lines below it, at least 0
 * @param left pixels to its left, at least 0
 * @param right pixels to its right, at least 0
 */
public record ZeroPadding(int top, int bottom, int left, int right) implements UnaryConfiguration {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is below 0
   */
  public ZeroPadding {
    ShapeCheck.atLeast(0, top, "the top");
    ShapeCheck.atLeast(0, bottom, "the bottom");
    ShapeCheck.atLeast(0, left, "the left");
    ShapeCheck.atLeast(0, right, "the right");
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return ShapeCheck.shape(
        (long) input.height() + top + bottom,
        (long) input.width() + left + right,
        input.channels());
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape padded = output(context.input());
    LinearMap placement =
        new Placement(padded, context.input(), top, left, context.primitives().workers());
    return new LinearMapLayer(context, padded, placement.transposed());
  }
}
