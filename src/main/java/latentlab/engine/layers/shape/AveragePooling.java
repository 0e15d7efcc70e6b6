package latentlab.engine.layers.shape;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Shrinks an image to the means of square windows, without padding. What is left at the bottom and
 * on the right and fills no window is dropped, as in PyTorch.
 *
 * @param kernel the height and width of a window, at least 1
 * @param stride from window to window, at least 1; windows overlap where it is less than the kernel
 */
public record AveragePooling(int kernel, int stride) implements UnaryConfiguration {

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is below 1
   */
  public AveragePooling {
    ShapeCheck.atLeast(1, kernel, "the kernel");
    ShapeCheck.atLeast(1, stride, "the stride");
  }

  /**
   * Windows side by side.
   *
   * @param size of a window, at least 1
   */
  public AveragePooling(int size) {
    this(size, size);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return ShapeCheck.windows(input, kernel, stride);
  }

  @Override
  public Layer build(LayerContext context) {
    FeatureShape small = output(context.input());
    float share = 1f / ((float) kernel * kernel);
    return new LinearMapLayer(
        context,
        small,
        new WindowSums(
            context.input(), small, kernel, kernel, stride, share, context.primitives().workers()));
  }
}
