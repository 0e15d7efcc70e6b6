package latentlab.models.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import latentlab.failure.InvalidInputException;

/** Values of settings as JSON. */
final class FieldJson {

  private FieldJson() {}

  /** The JSON of a value. */
  static JsonNode of(ConfigField field, Object value) {
    JsonNodeFactory nodes = JsonNodeFactory.instance;
    return switch (field.kind()) {
      case INTEGER -> nodes.numberNode(((Number) value).longValue());
      case DECIMAL -> nodes.numberNode((double) value);
      case FLAG -> nodes.booleanNode((boolean) value);
      case CHOICE, TEXT -> nodes.textNode(FieldText.of(field, value));
      case LIST -> {
        ArrayNode list = nodes.arrayNode();
        ((List<?>) value).forEach(element -> list.add((Integer) element));
        yield list;
      }
    };
  }

  /**
   * The text of a JSON value, whose range is not yet checked.
   *
   * @throws InvalidInputException if it is not of the type that {@link #of} gives
   */
  static String textOf(ConfigField field, JsonNode value) {
    boolean fits =
        switch (field.kind()) {
          case INTEGER -> value.isIntegralNumber();
          case DECIMAL -> value.isNumber();
          case FLAG -> value.isBoolean();
          case CHOICE, TEXT -> value.isTextual();
          case LIST -> value.isArray() && elements(value).allMatch(JsonNode::isIntegralNumber);
        };
    if (!fits) {
      throw FieldText.refusal(field, value.toString());
    }
    return field.kind() == FieldKind.LIST
        ? elements(value).map(JsonNode::asText).collect(Collectors.joining(","))
        : value.asText();
  }

  private static Stream<JsonNode> elements(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false);
  }
}
