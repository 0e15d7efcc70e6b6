package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Shrinks an image to the maxima of square windows side by side. What is left at the bottom and on
 * the right and fills no window is dropped. Of equal maxima the first, in the order of memory, gets
 * the error. NaN counts as larger than everything and makes the errors of its window NaN.
 *
 * @param size the height and width of a window, at least 1
 */
public record MaxPooling(int size) implements UnaryConfiguration {

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public MaxPooling {
    ShapeCheck.atLeast(1, size, "the size");
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return ShapeCheck.windows(input, size, size);
  }

  @Override
  public Layer build(LayerContext context) {
    return new MaxPoolingLayer(context, output(context.input()), size);
  }
}
