package latentlab.data.synthetic;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import latentlab.random.Seed;

/**
 * Everything that makes a drawn digit: the same factors give the same pixels. Immutable; any thread
 * may use it.
 *
 * @param digit 0 to 9, the label
 * @param style which of the digit's writing styles, an index into {@link StyleCatalog#stylesOf}
 * @param hand decides in which direction deformation, wobble and pressure go; how far, the factors
 *     {@link Factor#ELASTICITY}, {@link Factor#WOBBLE} and {@link Factor#PRESSURE} say
 * @param values a value for every {@link Factor}
 */
public record DigitFactors(int digit, int style, Seed hand, Map<Factor, Double> values) {

  /**
   * Checks and copies the values.
   *
   * @throws IllegalArgumentException if there is no such digit or style, a factor is missing, or
   *     one is out of its range
   */
  public DigitFactors {
    int styles = StyleCatalog.stylesOf(digit).size();
    if (style < 0 || style >= styles) {
      throw new IllegalArgumentException(
          "digit " + digit + " has styles 0 to " + (styles - 1) + ", not " + style);
    }
    for (Factor factor : Factor.values()) {
      Double value = values.get(factor);
      if (value == null) {
        throw new IllegalArgumentException(factor + " is missing");
      }
      factor.check(value);
    }
    values = Collections.unmodifiableMap(new EnumMap<>(values));
  }

  /**
   * A digit exactly as the skeleton has it: a start from which to vary single factors.
   *
   * @param digit 0 to 9
   * @param style an index into the digit's styles
   * @return factors with the neutral value of each {@link Factor}
   * @throws IllegalArgumentException if there is no such digit or style
   */
  public static DigitFactors neutral(int digit, int style) {
    Map<Factor, Double> values = new EnumMap<>(Factor.class);
    for (Factor factor : Factor.values()) {
      values.put(factor, factor.neutral());
    }
    return new DigitFactors(digit, style, new Seed(0), values);
  }

  /**
   * The value of one factor.
   *
   * @param factor which
   * @return in the factor's own unit
   */
  public double get(Factor factor) {
    return Objects.requireNonNull(values.get(factor));
  }

  /**
   * The same with one factor changed.
   *
   * @param factor which to change
   * @param value its new value, in the factor's own unit
   * @return new factors, alike in all else
   * @throws IllegalArgumentException if the value is out of the factor's range
   */
  public DigitFactors with(Factor factor, double value) {
    Map<Factor, Double> changed = new EnumMap<>(values);
    changed.put(factor, value);
    return new DigitFactors(digit, style, hand, changed);
  }

  /**
   * The same pen, slant and all, for another digit or style.
   *
   * @param newDigit 0 to 9
   * @param newStyle an index into the new digit's styles
   * @return new factors, alike in all else
   * @throws IllegalArgumentException if there is no such digit or style
   */
  public DigitFactors withStyle(int newDigit, int newStyle) {
    return new DigitFactors(newDigit, newStyle, hand, values);
  }
}
