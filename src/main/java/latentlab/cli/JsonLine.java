package latentlab.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.LinkedHashMap;
import java.util.Map;

/** One JSON object on one line, put together field by field. */
final class JsonLine {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, Object> fields = new LinkedHashMap<>();

  /**
   * Adds a field.
   *
   * @param name its name
   * @param value a string, number, boolean, list or map; a number that is not finite becomes a
   *     string, since JSON has no such numbers
   * @return this
   */
  JsonLine with(String name, Object value) {
    fields.put(name, value);
    return this;
  }

  /** The object as text, without a line break. */
  @Override
  public String toString() {
    try {
      return JSON.writeValueAsString(fields);
    } catch (JsonProcessingException failure) {
      throw new IllegalStateException("cannot be written as JSON: " + fields, failure);
    }
  }
}
