package latentlab.engine.layers.shape;

import latentlab.engine.primitives.FeatureShape;

/** Checks that layers of this package share. */
final class ShapeCheck {

  private ShapeCheck() {}

  /**
   * Refuses a size that is too small.
   *
   * @throws IllegalArgumentException if it is
   */
  static void atLeast(long smallest, int size, String what) {
    if (size < smallest) {
      throw new IllegalArgumentException(
          String.format("%s must be at least %d, not %d", what, smallest, size));
    }
  }

  /**
   * A shape that may be too large.
   *
   * @throws IllegalArgumentException if it is
   */
  static FeatureShape shape(long height, long width, int channels) {
    if (height > Integer.MAX_VALUE
        || width > Integer.MAX_VALUE
        || height * width > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(
          String.format("the result, %d x %d x %d, is too large", height, width, channels));
    }
    return new FeatureShape((int) height, (int) width, channels);
  }

  /**
   * The number of windows that fit into an image.
   *
   * @throws IllegalArgumentException if none does
   */
  static FeatureShape windows(FeatureShape input, int kernel, int stride) {
    if (kernel > input.height() || kernel > input.width()) {
      throw new IllegalArgumentException(
          String.format(
              "a window of %d x %d pixels needs a larger image than %s", kernel, kernel, input));
    }
    return new FeatureShape(
        (input.height() - kernel) / stride + 1,
        (input.width() - kernel) / stride + 1,
        input.channels());
  }
}
