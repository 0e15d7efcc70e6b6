package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.primitives.FeatureShape;

/** Checks that layers of this package share. */
final class InputCheck {

  private InputCheck() {}

  /**
   * Refuses fewer than two inputs.
   *
   * @throws IllegalArgumentException if there are fewer
   */
  static void twoOrMore(List<FeatureShape> inputs) {
    if (inputs.size() < 2) {
      throw new IllegalArgumentException("takes two or more inputs, not " + inputs.size());
    }
  }

  /**
   * Refuses anything but an image and a vector.
   *
   * @param inputs what a layer is given
   * @param perChannel the vector's values for each channel of the image
   * @return the shape of the image
   * @throws IllegalArgumentException if there is something else
   */
  static FeatureShape imageAndVector(List<FeatureShape> inputs, int perChannel) {
    if (inputs.size() != 2) {
      throw new IllegalArgumentException("takes an image and a vector, not " + inputs);
    }
    FeatureShape image = inputs.get(0);
    FeatureShape vector = inputs.get(1);
    if (vector.pixels() != 1 || vector.channels() != (long) perChannel * image.channels()) {
      throw new IllegalArgumentException(
          String.format(
              "takes with %s a vector of 1x1x%d, not %s",
              image, (long) perChannel * image.channels(), vector));
    }
    return image;
  }
}
