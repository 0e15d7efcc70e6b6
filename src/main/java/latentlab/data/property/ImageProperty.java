package latentlab.data.property;

import java.util.Arrays;
import java.util.Optional;
import latentlab.data.ImageShape;

/**
 * A number that is measured of an image of bright ink on a dark ground. Channels are averaged.
 * Stateless; any thread may use it.
 */
public enum ImageProperty {
  /** The width of the strokes in pixels, see {@link Thickness}; 0 for an image of one grey. */
  THICKNESS("thickness", "thin", "thick") {
    @Override
    double measure(GreyImage image) {
      return Thickness.of(image);
    }
  },
  /**
   * How far the ink leans to the right of the upright, in degrees, see {@link Slant}; 0 for an
   * empty image or a single row of ink.
   */
  SLANT("slant", "upright", "slanted") {
    @Override
    double measure(GreyImage image) {
      return Slant.of(image);
    }
  };

  private final String title;
  private final String low;
  private final String high;

  ImageProperty(String title, String low, String high) {
    this.title = title;
    this.low = low;
    this.high = high;
  }

  /**
   * The name for options and files.
   *
   * @return a lower-case word
   */
  public String title() {
    return title;
  }

  /**
   * What images are called of which the property is small.
   *
   * @return a lower-case word
   */
  public String low() {
    return low;
  }

  /**
   * What images are called of which the property is great.
   *
   * @return a lower-case word
   */
  public String high() {
    return high;
  }

  /**
   * The property of a name.
   *
   * @param title as {@link #title()} gives it
   * @return empty if there is none
   */
  public static Optional<ImageProperty> named(String title) {
    return Arrays.stream(values()).filter(property -> property.title.equals(title)).findFirst();
  }

  /**
   * Measures an image.
   *
   * @param pixels holds the image, [height, width, channels], 0 to 1
   * @param offset where it starts
   * @param shape its size
   * @return the property, finite for finite pixels
   */
  public double measure(float[] pixels, int offset, ImageShape shape) {
    return measure(GreyImage.of(pixels, offset, shape));
  }

  abstract double measure(GreyImage image);
}
