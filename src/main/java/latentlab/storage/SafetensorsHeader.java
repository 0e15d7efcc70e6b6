package latentlab.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The header of a safetensors file: a JSON object that gives each tensor's type, shape and place.
 *
 * @param entries the tensors, in the order of their bytes
 * @param metadata texts by name
 */
record SafetensorsHeader(List<TensorEntry> entries, Map<String, String> metadata) {

  /** The longest header, as in the reference implementation. */
  static final int LONGEST = 100_000_000;

  /** The name in the header that stands for no tensor. */
  static final String METADATA = "__metadata__";

  private static final int ALIGNMENT = 8;

  SafetensorsHeader {
    entries = List.copyOf(entries);
    metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
  }

  /**
   * The header's bytes, the same for the same contents, padded with spaces so that the data start
   * at a multiple of 8.
   */
  byte[] toBytes() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
      json.writeStartObject();
      if (!metadata.isEmpty()) {
        json.writeObjectFieldStart(METADATA);
        for (Map.Entry<String, String> text : new TreeMap<>(metadata).entrySet()) {
          json.writeStringField(text.getKey(), text.getValue());
        }
        json.writeEndObject();
      }
      for (TensorEntry entry : entries) {
        write(entry, json);
      }
      json.writeEndObject();
    }
    while (bytes.size() % ALIGNMENT != 0) {
      bytes.write(' ');
    }
    return bytes.toByteArray();
  }

  private static void write(TensorEntry entry, JsonGenerator json) throws IOException {
    json.writeObjectFieldStart(entry.name());
    json.writeStringField("dtype", entry.type().name());
    writeNumbers("shape", entry.shape(), json);
    writeNumbers("data_offsets", List.of(entry.begin(), entry.end()), json);
    json.writeEndObject();
  }

  private static void writeNumbers(String name, List<Long> numbers, JsonGenerator json)
      throws IOException {
    json.writeArrayFieldStart(name);
    for (long number : numbers) {
      json.writeNumber(number);
    }
    json.writeEndArray();
  }
}
