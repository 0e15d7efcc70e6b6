package latentlab.ui.latent;

import java.util.Locale;

/** Numbers as people read them. */
final class Numbers {

  private Numbers() {}

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
