package latentlab.storage;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import org.jspecify.annotations.Nullable;

/**
 * Reads the header of a safetensors file and believes nothing in it. Works through the text token
 * by token, so that a header of the greatest length costs no more than what it describes.
 */
final class SafetensorsHeaderParser {

  private static final int MOST_AXES = 32;

  private static final int LONGEST_ARRAY = Integer.MAX_VALUE - 8;

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private final String file;
  private final long dataBytes;

  /**
   * Prepares to read one header.
   *
   * @param file what messages call the file
   * @param dataBytes how many bytes follow the header
   */
  SafetensorsHeaderParser(String file, long dataBytes) {
    this.file = file;
    this.dataBytes = dataBytes;
  }

  /**
   * Reads and checks everything but the tensors' values.
   *
   * @throws InvalidInputException if anything is not as the format has it
   */
  SafetensorsHeader parse(String text) {
    if (!text.startsWith("{")) {
      throw refusal("the header is no JSON object: it starts with " + Quoted.text(text));
    }
    try (JsonParser json = JSON.createParser(text)) {
      json.nextToken();
      SafetensorsHeader header = readObject(json);
      if (json.nextToken() != null) {
        throw refusal("something follows the JSON object in the header");
      }
      checkPlaces(header.entries());
      return header;
    } catch (JsonProcessingException e) {
      throw new InvalidInputException(
          file + ": the header is not valid JSON: " + e.getOriginalMessage(), e);
    } catch (IOException e) {
      throw new InvalidInputException(file + ": the header cannot be read", e);
    }
  }

  private SafetensorsHeader readObject(JsonParser json) throws IOException {
    List<TensorEntry> entries = new ArrayList<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw refusal(Quoted.text(name) + " in the header is no JSON object");
      }
      if (name.equals(SafetensorsHeader.METADATA)) {
        readMetadata(json, metadata);
      } else {
        entries.add(new EntryReader(name, json).read());
      }
    }
    entries.sort(Comparator.comparingLong(TensorEntry::begin).thenComparing(TensorEntry::end));
    return new SafetensorsHeader(entries, metadata);
  }

  private void readMetadata(JsonParser json, Map<String, String> metadata) throws IOException {
    for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
      String value = json.nextTextValue();
      if (value == null) {
        throw refusal("__metadata__ " + Quoted.text(name) + " in the header is no text");
      }
      metadata.put(name, value);
    }
  }

  /** The tensors must fill the data without a hole and without an overlap. */
  private void checkPlaces(List<TensorEntry> entries) {
    long end = 0;
    for (TensorEntry entry : entries) {
      if (entry.begin() != end) {
        throw refusal(
            String.format(
                "tensor %s starts at byte %d of the data; expected %d, %s",
                Quoted.text(entry.name()),
                entry.begin(),
                end,
                entry.begin() < end
                    ? "since tensors may not overlap"
                    : "since no byte may be unused"));
      }
      end = entry.end();
    }
    if (end != dataBytes) {
      throw refusal(
          String.format(
              "the file is %s: %d bytes follow the header; expected %d",
              dataBytes < end ? "cut short" : "too long", dataBytes, end));
    }
  }

  private InvalidInputException refusal(String what) {
    return new InvalidInputException(file + ": " + what);
  }

  /** Reads what the header says of one tensor. */
  private final class EntryReader {

    private final String name;
    private final JsonParser json;
    private @Nullable ElementType type;
    private @Nullable List<Long> shape;
    private @Nullable List<Long> offsets;

    EntryReader(String name, JsonParser json) {
      this.name = name;
      this.json = json;
    }

    TensorEntry read() throws IOException {
      for (String field = json.nextFieldName(); field != null; field = json.nextFieldName()) {
        switch (field) {
          case "dtype" -> type = readType();
          case "shape" -> shape = readNumbers("shape");
          case "data_offsets" -> offsets = readNumbers("data_offsets");
          default -> throw refuse("has an unknown field " + Quoted.text(field));
        }
      }
      if (type == null || shape == null || offsets == null) {
        throw refuse("lacks one of dtype, shape and data_offsets");
      }
      return checked(type, shape, offsets);
    }

    private ElementType readType() throws IOException {
      String found = json.nextTextValue();
      if (found == null) {
        throw refuse("has a dtype that is no text; expected one of " + ElementType.names());
      }
      return ElementType.named(found)
          .orElseThrow(
              () ->
                  refuse(
                      "has dtype "
                          + Quoted.text(found)
                          + "; expected one of "
                          + ElementType.names()));
    }

    private List<Long> readNumbers(String field) throws IOException {
      if (json.nextToken() != JsonToken.START_ARRAY) {
        throw refuse("has a " + field + " that is no list");
      }
      List<Long> numbers = new ArrayList<>();
      while (json.nextToken() != JsonToken.END_ARRAY) {
        if (json.currentToken() != JsonToken.VALUE_NUMBER_INT
            || json.getNumberType() == JsonParser.NumberType.BIG_INTEGER
            || json.getLongValue() < 0) {
          throw refuse(
              String.format(
                  "has %s in its %s; expected a whole number from 0 to 2^63 - 1",
                  Quoted.text(json.getText()), field));
        }
        if (numbers.size() == MOST_AXES) {
          throw refuse("has more than " + MOST_AXES + " numbers in its " + field);
        }
        numbers.add(json.getLongValue());
      }
      return numbers;
    }

    private TensorEntry checked(ElementType known, List<Long> sizes, List<Long> places) {
      if (places.size() != 2 || places.get(0) > places.get(1)) {
        throw refuse("has data_offsets " + places + "; expected a start and an end after it");
      }
      long elements = elements(sizes);
      long bytes = places.get(1) - places.get(0);
      if (bytes != elements * known.bytes()) {
        throw refuse(
            String.format(
                "has %d bytes of data; expected %d for shape %s of %s",
                bytes, elements * known.bytes(), sizes, known));
      }
      return new TensorEntry(name, known, sizes, places.get(0), places.get(1));
    }

    private long elements(List<Long> sizes) {
      long elements = 1;
      for (long size : sizes) {
        if (size > LONGEST_ARRAY || elements * size > LONGEST_ARRAY) {
          throw refuse("has shape " + sizes + ", which is over 2^31 elements");
        }
        elements *= size;
      }
      return elements;
    }

    private InvalidInputException refuse(String what) {
      return refusal("tensor " + Quoted.text(name) + " " + what);
    }
  }
}
