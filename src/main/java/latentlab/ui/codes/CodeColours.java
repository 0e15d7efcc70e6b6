package latentlab.ui.codes;

import java.util.Locale;
import javafx.scene.paint.Color;

/**
 * A colour for each code, far from those of its neighbours; the number tells them apart as well.
 */
final class CodeColours {

  /** Successive multiples of the golden ratio fill the circle of hues evenly. */
  private static final double GOLDEN = 0.6180339887498949;

  private CodeColours() {}

  /** Light enough for black words. */
  static Color of(int code) {
    double hue = 360 * (code * GOLDEN % 1);
    double saturation = 0.35 + 0.125 * (code % 3);
    return Color.hsb(hue, saturation, 0.92);
  }

  /** The same for a style sheet. */
  static String web(int code) {
    Color colour = of(code);
    return String.format(
        Locale.ROOT,
        "#%02x%02x%02x",
        Math.round(255 * colour.getRed()),
        Math.round(255 * colour.getGreen()),
        Math.round(255 * colour.getBlue()));
  }
}
