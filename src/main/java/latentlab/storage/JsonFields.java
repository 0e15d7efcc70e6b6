package latentlab.storage;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;

/**
 * The fields of a JSON object from outside, read one by one with their types and ranges checked.
 * Each refusal is an {@link InvalidInputException} that names the source and the field.
 */
public final class JsonFields {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final String source;
  private final ObjectNode object;

  private JsonFields(String source, ObjectNode object) {
    this.source = source;
    this.object = object;
  }

  /**
   * Parses text, which must be one JSON object without duplicate names.
   *
   * @param source what messages call it, such as a file's path
   * @param text the text
   * @return its fields
   * @throws InvalidInputException if it is not
   */
  public static JsonFields parse(String source, String text) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node instanceof ObjectNode fields) {
        return new JsonFields(source, fields);
      }
      throw new InvalidInputException(
          source + ": expected a JSON object, not " + Quoted.text(text.strip()));
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(source + ": is not valid JSON: " + reason(e), e);
    }
  }

  /**
   * The names of all fields.
   *
   * @return names in the order of the text
   */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /**
   * A value that the caller checks.
   *
   * @param name one of {@link #names()}
   * @return its value, of any type; "missing" if there is none
   */
  public JsonNode node(String name) {
    return object.path(name);
  }

  /**
   * Refuses fields that nobody reads: most often they are mistyped.
   *
   * @param known the names that may occur
   * @throws InvalidInputException if there is another one
   */
  public void requireOnly(Set<String> known) {
    for (String name : names()) {
      if (!known.contains(name)) {
        throw new InvalidInputException(
            source
                + ": unknown field "
                + Quoted.text(name)
                + "; expected one of: "
                + String.join(", ", known));
      }
    }
  }

  /**
   * A text.
   *
   * @param name the field
   * @return its value
   */
  public String text(String name) {
    JsonNode value = value(name, "a text");
    if (!value.isTextual()) {
      throw refusal(name, "a text", value);
    }
    return value.textValue();
  }

  /**
   * A whole number.
   *
   * @param name the field
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return its value
   */
  public long integer(String name, long min, long max) {
    String expected = "a whole number from " + min + " to " + max;
    JsonNode value = value(name, expected);
    if (!value.isIntegralNumber()
        || !value.canConvertToLong()
        || value.longValue() < min
        || value.longValue() > max) {
      throw refusal(name, expected, value);
    }
    return value.longValue();
  }

  /**
   * A number, with or without decimals.
   *
   * @param name the field
   * @param min the least value allowed
   * @param max the greatest value allowed
   * @return its value, finite
   */
  public double number(String name, double min, double max) {
    String expected = "a number from " + plain(min) + " to " + plain(max);
    JsonNode value = value(name, expected);
    // Written so that NaN fails too.
    if (!value.isNumber() || !(value.doubleValue() >= min && value.doubleValue() <= max)) {
      throw refusal(name, expected, value);
    }
    return value.doubleValue();
  }

  /**
   * An object inside.
   *
   * @param name the field
   * @return its fields; messages call it by the source and the name
   */
  public JsonFields object(String name) {
    JsonNode value = value(name, "a JSON object");
    if (value instanceof ObjectNode fields) {
      return new JsonFields(source + ": " + name, fields);
    }
    throw refusal(name, "a JSON object", value);
  }

  /**
   * A list of texts.
   *
   * @param name the field
   * @return its elements
   */
  public List<String> texts(String name) {
    JsonNode value = value(name, "a list of texts");
    List<String> texts = new ArrayList<>();
    for (JsonNode element : value) {
      if (!element.isTextual()) {
        throw refusal(name, "a list of texts", value);
      }
      texts.add(element.textValue());
    }
    if (!value.isArray()) {
      throw refusal(name, "a list of texts", value);
    }
    return texts;
  }

  /**
   * All fields of this object as numbers.
   *
   * @return finite numbers by name, in the order of the text
   */
  public Map<String, Double> numbers() {
    Map<String, Double> numbers = new LinkedHashMap<>();
    for (Iterator<Map.Entry<String, JsonNode>> it = object.fields(); it.hasNext(); ) {
      Map.Entry<String, JsonNode> field = it.next();
      if (!field.getValue().isNumber() || !Double.isFinite(field.getValue().doubleValue())) {
        throw refusal(field.getKey(), "a finite number", field.getValue());
      }
      numbers.put(field.getKey(), field.getValue().doubleValue());
    }
    return numbers;
  }

  /**
   * The object as JSON text, for those who read it in another way.
   *
   * @return one line
   */
  public String toJson() {
    return object.toString();
  }

  private static String plain(double value) {
    return new BigDecimal(value).stripTrailingZeros().toPlainString();
  }

  private JsonNode value(String name, String expected) {
    JsonNode value = object.get(name);
    if (value == null) {
      throw new InvalidInputException(source + ": lacks " + name + "; expected " + expected);
    }
    return value;
  }

  private InvalidInputException refusal(String name, String expected, JsonNode found) {
    return new InvalidInputException(
        source + ": " + name + " must be " + expected + ", not " + Quoted.text(found.toString()));
  }

  private static String reason(JacksonException e) {
    String where =
        e.getLocation() == null
            ? ""
            : " (line "
                + e.getLocation().getLineNr()
                + ", column "
                + e.getLocation().getColumnNr()
                + ")";
    return withoutSource(e.getOriginalMessage()) + where;
  }

  /** Jackson tells where an unclosed object began by naming a source, which it then hides. */
  private static String withoutSource(String message) {
    int marker = message.indexOf(" (start marker at");
    return marker < 0 ? message : message.substring(0, marker);
  }
}
