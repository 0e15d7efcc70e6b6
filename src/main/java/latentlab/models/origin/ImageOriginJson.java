package latentlab.models.origin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import latentlab.models.denoising.SamplerType;
import latentlab.storage.JsonFields;

/**
 * Origins as JSON of version 1: {@code version, model {id, title, family, weights_sha256, dataset},
 * activity} and, where they are known, {@code codes, seed, classes, sampling {sampler, steps, eta,
 * guidance}, temperature, details}. All in ASCII. Stateless; any thread may call.
 */
public final class ImageOriginJson {

  /** The version that is written, and the only one that is read. */
  static final int VERSION = 1;

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();
  private static final Set<String> MODEL_FIELDS =
      Set.of("id", "title", "family", "weights_sha256", "dataset");
  private static final Set<String> WAY_FIELDS = Set.of("sampler", "steps", "eta", "guidance");
  private static final Set<String> FIELDS =
      Set.of(
          "version",
          "model",
          "activity",
          "codes",
          "seed",
          "classes",
          "sampling",
          "temperature",
          "details");

  private ImageOriginJson() {}

  /**
   * Writes an origin.
   *
   * @param origin what to write
   * @return one line of ASCII
   */
  public static String write(ImageOrigin origin) {
    ObjectNode json = JSON.createObjectNode().put("version", VERSION);
    ObjectNode model = json.putObject("model");
    model.put("id", origin.model().id()).put("title", origin.model().title());
    model.put("family", origin.model().family());
    origin.model().weightsHash().ifPresent(hash -> model.put("weights_sha256", hash));
    model.put("dataset", origin.model().dataset());
    json.put("activity", origin.activity());
    if (!origin.codes().isEmpty()) {
      ArrayNode codes = json.putArray("codes");
      origin
          .codes()
          .forEach(
              code -> {
                ArrayNode row = codes.addArray();
                code.forEach(row::add);
              });
    }
    origin.seed().ifPresent(seed -> json.put("seed", seed));
    if (!origin.classes().isEmpty()) {
      ArrayNode classes = json.putArray("classes");
      origin.classes().forEach(classes::add);
    }
    origin.way().ifPresent(way -> writeWay(json.putObject("sampling"), way));
    origin.temperature().ifPresent(value -> json.put("temperature", value));
    if (!origin.details().isEmpty()) {
      ObjectNode details = json.putObject("details");
      origin.details().forEach(details::put);
    }
    return text(json);
  }

  private static void writeWay(ObjectNode json, SamplingWay way) {
    json.put("sampler", way.sampler().name().toLowerCase(Locale.ROOT).replace('_', '-'))
        .put("steps", way.steps())
        .put("eta", way.eta())
        .put("guidance", way.guidance());
  }

  private static String text(ObjectNode json) {
    try {
      return JSON.writeValueAsString(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("cannot be written as JSON", e);
    }
  }

  /**
   * Reads an origin.
   *
   * @param source what messages call it, such as a file's path
   * @param text JSON from anywhere
   * @return the origin
   * @throws InvalidInputException if it is not as it must be; one line that names source and field
   */
  public static ImageOrigin read(String source, String text) {
    JsonFields json = JsonFields.parse(source, text);
    long version = json.integer("version", 1, Integer.MAX_VALUE);
    if (version > VERSION) {
      throw new InvalidInputException(
          source
              + ": its description has version "
              + version
              + ", that of a newer program; expected "
              + VERSION);
    }
    json.requireOnly(FIELDS);
    try {
      return new ImageOrigin(
          model(json.object("model")),
          json.text("activity"),
          codes(source, json),
          json.node("seed").isMissingNode()
              ? OptionalLong.empty()
              : OptionalLong.of(json.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE)),
          classes(source, json),
          json.node("sampling").isMissingNode()
              ? Optional.empty()
              : Optional.of(way(source, json.object("sampling"))),
          json.node("temperature").isMissingNode()
              ? OptionalDouble.empty()
              : OptionalDouble.of(number(source, "temperature", json.node("temperature"))),
          details(json));
    } catch (InvalidInputException e) {
      throw e.getMessage().startsWith(source)
          ? e
          : new InvalidInputException(source + ": " + e.getMessage(), e);
    }
  }

  private static ModelReference model(JsonFields json) {
    json.requireOnly(MODEL_FIELDS);
    Optional<String> hash =
        json.node("weights_sha256").isMissingNode()
            ? Optional.empty()
            : Optional.of(json.text("weights_sha256"));
    return new ModelReference(
        json.text("id"), json.text("title"), json.text("family"), hash, json.text("dataset"));
  }

  private static SamplingWay way(String source, JsonFields json) {
    json.requireOnly(WAY_FIELDS);
    String name = json.text("sampler");
    for (SamplerType type : SamplerType.values()) {
      if (type.name().equals(name.toUpperCase(Locale.ROOT).replace('-', '_'))) {
        return new SamplingWay(
            type,
            (int) json.integer("steps", 1, Integer.MAX_VALUE),
            number(source, "eta", json.node("eta")),
            number(source, "guidance", json.node("guidance")));
      }
    }
    throw new InvalidInputException(
        source
            + ": there is no sampler "
            + Quoted.text(name)
            + "; expected ddpm, ddim, dpm-solver");
  }

  private static List<List<Float>> codes(String source, JsonFields json) {
    List<List<Float>> codes = new ArrayList<>();
    for (JsonNode code : list(source, json, "codes")) {
      List<Float> row = new ArrayList<>();
      code.forEach(value -> row.add((float) number(source, "codes", value)));
      codes.add(row);
    }
    return codes;
  }

  private static List<Integer> classes(String source, JsonFields json) {
    List<Integer> classes = new ArrayList<>();
    for (JsonNode label : list(source, json, "classes")) {
      if (!label.isInt()) {
        throw new InvalidInputException(
            source + ": classes must hold labels, not " + Quoted.text(label.toString()));
      }
      classes.add(label.intValue());
    }
    return classes;
  }

  private static Map<String, String> details(JsonFields json) {
    Map<String, String> details = new LinkedHashMap<>();
    if (!json.node("details").isMissingNode()) {
      JsonFields fields = json.object("details");
      fields.names().forEach(name -> details.put(name, fields.text(name)));
    }
    return details;
  }

  private static JsonNode list(String source, JsonFields json, String name) {
    JsonNode list = json.node(name);
    if (!list.isMissingNode() && !list.isArray()) {
      throw new InvalidInputException(
          source + ": " + name + " must be a list, not " + Quoted.text(list.toString()));
    }
    return list;
  }

  private static double number(String source, String name, JsonNode value) {
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new InvalidInputException(
          source + ": " + name + " must hold numbers, not " + Quoted.text(value.toString()));
    }
    return value.doubleValue();
  }
}
