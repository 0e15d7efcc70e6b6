package latentlab.ui.latent;

import java.util.Locale;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/** Numbers as people read and type them. */
final class Numbers {

  private Numbers() {}

  /** A finite number, with a decimal point or comma, or empty if the text is none. */
  static OptionalDouble parse(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.').replace('\u2212', '-'));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /** A whole number of 64 bits, or empty if the text is none. */
  static OptionalLong parseWhole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  /** The name of a dimension, which people count from 1. */
  static String dimension(int dimension) {
    return "z" + (dimension + 1);
  }

  /** The name of a principal direction, which people count from 1. */
  static String principal(int component) {
    return "PC " + (component + 1);
  }

  /** A coordinate in as many characters as any other of usual size. */
  static String coordinate(double value) {
    return String.format(Locale.ROOT, "%+.3f", value);
  }

  /** A duration in milliseconds. */
  static String milliseconds(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
