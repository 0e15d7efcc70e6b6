package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Cuts a rectangle out of an image.
 *
 * @param top lines above the rectangle, at least 0
 * @param left pixels to the left of the rectangle, at least 0
 * @param height of the rectangle, at least 1
 * @param width of the rectangle, at least 1
 */
public record Crop(int top, int left, int height, int width) implements UnaryConfiguration {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is too small
   */
  public Crop {
    ShapeCheck.atLeast(0, top, "the top");
    ShapeCheck.atLeast(0, left, "the left");
    ShapeCheck.atLeast(1, height, "the height");
    ShapeCheck.atLeast(1, width, "the width");
  }

  /**
   * The rectangle in the middle; where it cannot be, it is half a pixel further up and left.
   *
   * @param input the shape of the image
   * @param height of the rectangle, from 1 to the image's
   * @param width of the rectangle, from 1 to the image's
   * @return a crop for such images
   * @throws IllegalArgumentException if the rectangle does not fit into the image
   */
  public static Crop centre(FeatureShape input, int height, int width) {
    if (height > input.height() || width > input.width()) {
      throw new IllegalArgumentException(
          String.format("cannot cut %d x %d pixels out of %s", height, width, input));
    }
    return new Crop((input.height() - height) / 2, (input.width() - width) / 2, height, width);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    if (height > input.height() - top || width > input.width() - left) {
      throw new IllegalArgumentException(
          String.format(
              "cannot cut %d x %d pixels from line %d and column %d on out of %s",
              height, width, top, left, input));
    }
    return new FeatureShape(height, width, input.channels());
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape rectangle = output(context.input());
    return new LinearMapLayer(
        context,
        rectangle,
        new Placement(context.input(), rectangle, top, left, context.primitives().workers()));
  }
}
