package latentlab.cli;

import latentlab.failure.InvalidInputException;

/** Checks the numbers that options were given. */
final class Ranges {

  private Ranges() {}

  /**
   * Checks a whole number.
   *
   * @param option the option's name, for the message
   * @param value what it was given
   * @param min the least number allowed
   * @param max the greatest number allowed
   * @return the value
   * @throws InvalidInputException if it is out of range
   */
  static int check(String option, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException(
          option + " must be a whole number from " + min + " to " + max + ", not " + value);
    }
    return value;
  }

  /**
   * Checks a number.
   *
   * @param option the option's name, for the message
   * @param value what it was given
   * @param min the least number allowed
   * @param max the greatest number allowed
   * @return the value
   * @throws InvalidInputException if it is out of range, or no number
   */
  static double check(String option, double value, double min, double max) {
    if (!(value >= min && value <= max)) {
      throw new InvalidInputException(
          option + " must be a number from " + min + " to " + max + ", not " + value);
    }
    return value;
  }
}
