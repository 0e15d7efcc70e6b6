package latentlab.models.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.TreeSet;
import latentlab.failure.InvalidInputException;
import latentlab.models.config.ConfigSchema;
import latentlab.models.prior.PriorSettings;
import latentlab.storage.JsonFields;
import latentlab.storage.Tensors;

/** The text of {@code prior.json}, in both directions. */
final class StoredPriorJson {

  /** Raised whenever a program of this version could misread a newer file. */
  private static final int FORMAT = 1;

  private static final int LARGEST_SIZE = 1 << 16;

  private static final ObjectMapper JSON = new JsonMapper();

  private StoredPriorJson() {}

  static String toJson(StoredPrior prior) {
    ObjectNode json = JSON.createObjectNode();
    json.put("format", FORMAT);
    json.put("size", prior.size());
    try {
      json.set("settings", JSON.readTree(ConfigSchema.jsonOf(prior.settings())));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("settings gave no JSON: " + prior.settings(), e);
    }
    StoredPrior.Origin origin = prior.origin();
    ObjectNode dataset = json.putObject("dataset");
    dataset.put("name", origin.dataset());
    dataset.put("sha256", origin.datasetFingerprint());
    json.put("seed", origin.seed());
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
   * The prior of a text and the weights read beside it.
   *
   * @throws InvalidInputException that starts with the source, if anything is missing, unknown, of
   *     another type or out of range
   */
  static StoredPrior parse(String source, String text, Tensors weights, String weightsSource) {
    JsonFields json = JsonFields.parse(source, text);
    long format = json.integer("format", 0, Integer.MAX_VALUE);
    if (format != FORMAT) {
      throw new InvalidInputException(
          source + ": has format " + format + "; this program reads format " + FORMAT);
    }
    requireOnly(json, Set.of("format", "size", "settings", "dataset", "seed", "metrics"));
    JsonFields dataset = json.object("dataset");
    requireOnly(dataset, Set.of("name", "sha256"));
    StoredPrior.Origin origin =
        new StoredPrior.Origin(
            dataset.text("name"),
            dataset.text("sha256"),
            json.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE),
            json.object("metrics").numbers());
    return new StoredPrior(
        settings(source, json.object("settings")),
        (int) json.integer("size", 1, LARGEST_SIZE),
        origin,
        weights,
        weightsSource);
  }

  private static PriorSettings settings(String source, JsonFields settings) {
    settings.text("kind"); // The only setting that has no default.
    try {
      return ConfigSchema.of(PriorSettings.class)
          .fromJson(settings.toJson(), PriorSettings.DEFAULT);
    } catch (InvalidInputException e) {
      throw new InvalidInputException(source + ": " + e.getMessage(), e);
    }
  }

  private static void requireOnly(JsonFields json, Set<String> known) {
    json.requireOnly(new TreeSet<>(known));
  }
}
