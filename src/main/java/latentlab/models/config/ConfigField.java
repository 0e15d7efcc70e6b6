package latentlab.models.config;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One field of a config record, as forms and options show it. Immutable; any thread may read it.
 *
 * @param name the record component's name, as in JSON and {@code --set NAME=VALUE}
 * @param setting its label, help and range
 * @param component where it is read from
 */
public record ConfigField(String name, Setting setting, RecordComponent component) {

  /**
   * The type of the value.
   *
   * @return the component's type
   */
  public Class<?> type() {
    return component.getType();
  }

  /**
   * The kind of the value.
   *
   * @return what a form shows a control for
   */
  public FieldKind kind() {
    return FieldKind.of(component);
  }

  /**
   * The name for people.
   *
   * @return a few words
   */
  public String label() {
    return setting.label();
  }

  /**
   * What the setting does.
   *
   * @return one sentence
   */
  public String help() {
    return setting.help();
  }

  /**
   * The least number allowed, for each element of a list.
   *
   * @return inclusive; the least that the type holds if the setting gives none, which is negative
   *     infinity for a decimal
   */
  public double min() {
    return Math.max(setting.min(), leastOfType());
  }

  /**
   * The greatest number allowed, for each element of a list.
   *
   * @return inclusive; the greatest that the type holds if the setting gives none, which is
   *     infinity for a decimal
   */
  public double max() {
    return Math.min(setting.max(), greatestOfType());
  }

  /**
   * The values of a choice.
   *
   * @return their names as texts, in order; empty for other kinds
   */
  public List<String> choices() {
    return kind() == FieldKind.CHOICE
        ? Arrays.stream(type().getEnumConstants())
            .map(constant -> choiceName((Enum<?>) constant))
            .collect(Collectors.toUnmodifiableList())
        : List.of();
  }

  /**
   * What values are allowed.
   *
   * @return words that follow "must be", such as "a number from 1.0E-7 to 1"
   */
  public String expected() {
    return switch (kind()) {
      case INTEGER -> "a whole number" + range();
      case DECIMAL -> "a number" + range();
      case FLAG -> "true or false";
      case CHOICE -> "one of " + String.join(", ", choices());
      case LIST -> "whole numbers" + range() + " separated by commas";
      case TEXT -> "one line of at most " + FieldText.LONGEST + " characters";
    };
  }

  /** LEAKY_RELU is told as leaky-relu. */
  static String choiceName(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private String range() {
    if (setting.min() > leastOfType() && setting.max() < greatestOfType()) {
      return " from " + number(min()) + " to " + number(max());
    }
    if (setting.min() > leastOfType()) {
      return " of at least " + number(min());
    }
    return setting.max() < greatestOfType() ? " of at most " + number(max()) : "";
  }

  private double leastOfType() {
    if (kind() == FieldKind.DECIMAL) {
      return Double.NEGATIVE_INFINITY;
    }
    return type() == long.class ? Long.MIN_VALUE : Integer.MIN_VALUE;
  }

  private double greatestOfType() {
    if (kind() == FieldKind.DECIMAL) {
      return Double.POSITIVE_INFINITY;
    }
    return type() == long.class ? Long.MAX_VALUE : Integer.MAX_VALUE;
  }

  /** Whole numbers without a point, so that a range reads as people write it. */
  private static String number(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    return whole ? Long.toString((long) value) : Double.toString(value);
  }
}
