package latentlab.ui.text;

import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Reads numbers that people type or files tell. Stateless; any thread may call. */
public final class Numerals {

  private Numerals() {}

  /**
   * A number, with a decimal point or comma.
   *
   * @param text anything
   * @return a finite number, or empty if the text is none
   */
  public static OptionalDouble number(String text) {
    try {
      double value = Double.parseDouble(text.strip().replace(',', '.').replace('\u2212', '-'));
      return Double.isFinite(value) ? OptionalDouble.of(value) : OptionalDouble.empty();
    } catch (NumberFormatException notANumber) {
      return OptionalDouble.empty();
    }
  }

  /**
   * A whole number.
   *
   * @param text anything
   * @return a number of 64 bits, or empty if the text is none
   */
  public static OptionalLong whole(String text) {
    try {
      return OptionalLong.of(Long.parseLong(text.strip()));
    } catch (NumberFormatException notANumber) {
      return OptionalLong.empty();
    }
  }

  /**
   * A small whole number.
   *
   * @param text anything
   * @return a number of 32 bits, or empty if the text is none
   */
  public static OptionalInt integer(String text) {
    OptionalLong number = whole(text);
    return number.isPresent() && number.getAsLong() == (int) number.getAsLong()
        ? OptionalInt.of((int) number.getAsLong())
        : OptionalInt.empty();
  }
}
