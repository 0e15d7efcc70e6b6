package latentlab.models.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.ModelFamilies;
import latentlab.models.ModelFamily;
import latentlab.models.config.ConfigSchema;
import latentlab.models.storage.ModelCard.Provenance;
import latentlab.storage.JsonFields;

/** The text of {@code model.json}, in both directions. */
final class ModelCardJson {

  /** Raised whenever a program of this version could misread a newer file. */
  private static final int FORMAT = 1;

  private static final int LONGEST_SIDE = 4096;

  /** Some thirty years. */
  private static final double LONGEST_TRAINING = 1e9;

  private static final double MILLIS = 1e3;

  private static final String SECONDS = "seconds";

  private static final ObjectMapper JSON = new JsonMapper();

  private final ModelFamilies families;

  ModelCardJson(ModelFamilies families) {
    this.families = families;
  }

  /** The text of a card. */
  static String toJson(ModelCard card) {
    Provenance origin = card.provenance();
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("programVersion", origin.programVersion());
    json.put("family", card.family());
    json.set("config", configNode(card.config()));
    ImageShape shape = card.images().shape();
    ObjectNode images = json.putObject("images");
    images.put("height", shape.height());
    images.put("width", shape.width());
    images.put("channels", shape.channels());
    ArrayNode classes = images.putArray("classes");
    card.images().classNames().forEach(classes::add);
    ObjectNode dataset = json.putObject("dataset");
    dataset.put("name", origin.dataset());
    dataset.put("sha256", origin.datasetFingerprint());
    ObjectNode training = json.putObject("training");
    training.put("seed", origin.seed());
    training.put("batch", origin.batchSize());
    training.put("epochs", origin.epochs());
    origin.time().ifPresent(time -> training.put(SECONDS, time.toMillis() / MILLIS));
    ObjectNode metrics = json.putObject("metrics");
    origin
        .metrics()
        .forEach(
            (name, value) -> {
              if (Double.isFinite(value)) {
                metrics.put(name, value);
              }
            });
    return json.toPrettyString() + "\n";
  }

  /**
   * The card of a text.
   *
   * @throws InvalidInputException that starts with the source, if anything is missing, unknown, of
   *     another type or out of range
   */
  ModelCard parse(String source, String text) {
    JsonFields json = JsonFields.parse(source, text);
    long format = json.integer("format", 0, Integer.MAX_VALUE);
    if (format != FORMAT) {
      throw new InvalidInputException(
          source + ": has format " + format + "; this program reads format " + FORMAT);
    }
    requireOnly(
        json,
        Set.of(
            "format",
            "programVersion",
            "family",
            "config",
            "images",
            "dataset",
            "training",
            "metrics"));
    String family = json.text("family");
    ModelConfig config = config(source, family, json.object("config"));
    return new ModelCard(family, config, images(source, json.object("images")), provenance(json));
  }

  private static Provenance provenance(JsonFields json) {
    JsonFields dataset = json.object("dataset");
    requireOnly(dataset, Set.of("name", "sha256"));
    JsonFields training = json.object("training");
    requireOnly(training, Set.of("seed", "batch", "epochs", SECONDS));
    return new Provenance(
        dataset.text("name"),
        dataset.text("sha256"),
        training.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
        (int) training.integer("batch", 0, Integer.MAX_VALUE),
        (int) training.integer("epochs", 0, Integer.MAX_VALUE),
        time(training),
        json.object("metrics").numbers(),
        json.text("programVersion"));
  }

  /** Models of older versions do not tell it. */
  private static Optional<Duration> time(JsonFields training) {
    if (!training.names().contains(SECONDS)) {
      return Optional.empty();
    }
    double seconds = training.number(SECONDS, 0, LONGEST_TRAINING);
    return Optional.of(Duration.ofMillis(Math.round(seconds * MILLIS)));
  }

  private static ImageDomain images(String source, JsonFields images) {
    requireOnly(images, Set.of("height", "width", "channels", "classes"));
    int height = (int) images.integer("height", 1, LONGEST_SIDE);
    int width = (int) images.integer("width", 1, LONGEST_SIDE);
    int channels = (int) images.integer("channels", 1, 4);
    List<String> classes = images.texts("classes");
    try {
      return new ImageDomain(new ImageShape(height, width, channels), classes);
    } catch (IllegalArgumentException e) {
      throw new InvalidInputException(source + ": images: " + e.getMessage(), e);
    }
  }

  private ModelConfig config(String source, String family, JsonFields config) {
    try {
      return config(families.named(family), config.toJson());
    } catch (InvalidInputException e) {
      throw new InvalidInputException(source + ": " + e.getMessage(), e);
    }
  }

  private static <C extends Record & ModelConfig> C config(ModelFamily<C> family, String json) {
    return ConfigSchema.of(family.configType()).fromJson(json, family.defaultConfig());
  }

  private static JsonNode configNode(ModelConfig config) {
    try {
      return JSON.readTree(ConfigSchema.jsonOf(config));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a config gave no JSON: " + config, e);
    }
  }

  private static void requireOnly(JsonFields json, Set<String> known) {
    json.requireOnly(new TreeSet<>(known));
  }
}
