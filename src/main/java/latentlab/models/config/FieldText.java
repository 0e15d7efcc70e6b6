package latentlab.models.config;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;

/** Values of settings as text, in both directions, with every range checked. */
final class FieldText {

  /** The most characters in a text. */
  static final int LONGEST = 1000;

  private static final Pattern INTEGER = Pattern.compile("[+-]?[0-9]{1,19}");

  /** Narrower than {@link Double#parseDouble}, which takes "NaN", "Infinity", "0x1p3" and "1d". */
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+\\.?[0-9]*|\\.[0-9]+)(?:[eE][+-]?[0-9]+)?");

  private FieldText() {}

  /** The text of a value, which {@link #parse} reads back. */
  static String of(ConfigField field, Object value) {
    return switch (field.kind()) {
      case CHOICE -> ConfigField.choiceName((Enum<?>) value);
      case LIST -> ((List<?>) value).stream().map(String::valueOf).collect(Collectors.joining(","));
      default -> value.toString();
    };
  }

  /**
   * The value of a text.
   *
   * @throws InvalidInputException if it is none that the field allows
   */
  static Object parse(ConfigField field, String text) {
    String value = text.strip();
    return switch (field.kind()) {
      case INTEGER -> integer(field, value, text);
      case DECIMAL -> decimal(field, value);
      case FLAG -> flag(field, value);
      case CHOICE -> choice(field, value);
      case LIST -> list(field, value);
      case TEXT -> line(field, text);
    };
  }

  /** What is thrown for a value that a field does not allow. */
  static InvalidInputException refusal(ConfigField field, String found) {
    return new InvalidInputException(
        field.name() + " must be " + field.expected() + ", not " + Quoted.text(found));
  }

  private static Object integer(ConfigField field, String value, String found) {
    if (!INTEGER.matcher(value).matches()) {
      throw refusal(field, found);
    }
    try {
      long number = Long.parseLong(value);
      if (number < field.min() || number > field.max()) {
        throw refusal(field, found);
      }
      return field.type() == long.class ? (Object) number : (Object) (int) number;
    } catch (NumberFormatException e) {
      throw refusal(field, found);
    }
  }

  private static Object decimal(ConfigField field, String value) {
    double number = DECIMAL.matcher(value).matches() ? Double.parseDouble(value) : Double.NaN;
    if (!Double.isFinite(number) || number < field.min() || number > field.max()) {
      throw refusal(field, value);
    }
    return number;
  }

  private static Object flag(ConfigField field, String value) {
    return switch (value) {
      case "true" -> true;
      case "false" -> false;
      default -> throw refusal(field, value);
    };
  }

  private static Object choice(ConfigField field, String value) {
    int index = field.choices().indexOf(value);
    if (index < 0) {
      throw refusal(field, value);
    }
    return field.type().getEnumConstants()[index];
  }

  /** An empty text is an empty list; a record that needs elements refuses it itself. */
  private static Object list(ConfigField field, String value) {
    List<Integer> numbers = new ArrayList<>();
    if (!value.isEmpty()) {
      for (String element : value.split(",", -1)) {
        numbers.add((Integer) integer(field, element.strip(), value));
      }
    }
    return List.copyOf(numbers);
  }

  private static Object line(ConfigField field, String text) {
    if (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl)) {
      throw refusal(field, text);
    }
    return text;
  }
}
