package latentlab.engine.optimizer;

/** Refuses numbers that an optimiser cannot work with, by name. */
final class HyperparameterCheck {

  /**
   * The least number added to a denominator: far above the smallest normal float, so that it stays
   * one when it is scaled.
   */
  private static final double MIN_EPSILON = 1e-30;

  private HyperparameterCheck() {}

  static void positive(String name, double value) {
    check(value > 0 && Double.isFinite(value), name, value, "a finite number above 0");
  }

  /** Also refuses what single precision rounds to 1. */
  static void fraction(String name, double value) {
    check(value >= 0 && (float) value < 1, name, value, "in [0, 1), in single precision too");
  }

  static void epsilon(double value) {
    boolean ok = value >= MIN_EPSILON && Double.isFinite(value);
    check(ok, "epsilon", value, "a finite number of at least " + MIN_EPSILON);
  }

  static void check(boolean holds, String name, double value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + expected + ", but is " + value);
    }
  }

  static void check(boolean holds, String name, long value, String expected) {
    if (!holds) {
      throw new IllegalArgumentException(name + " must be " + expected + ", but is " + value);
    }
  }
}
