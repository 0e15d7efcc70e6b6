package latentlab.training;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import latentlab.failure.InvalidInputException;
import latentlab.models.LossTerms;
import latentlab.storage.JsonFields;
import latentlab.training.TrainingHistory.Epoch;

/**
 * The text of {@code training.json}. Numbers are written so that the same double is read back, on
 * which a resumed training's equality with an unbroken one depends.
 */
final class TrainingPlaceJson {

  private static final String NANOSECONDS = "nanoseconds";
  private static final int FORMAT = 1;
  private static final JsonMapper JSON = new JsonMapper();

  private TrainingPlaceJson() {}

  static String toJson(TrainingPlace place) {
    ObjectNode root = JSON.createObjectNode();
    root.put("format", FORMAT);
    root.put("plannedEpochs", place.plannedEpochs());
    root.put("steps", place.record().steps());
    place.record().time().ifPresent(time -> root.put(NANOSECONDS, time.toNanos()));
    LossSum begun = place.record().begunEpoch();
    root.set("begunEpoch", begunEpoch(begun));
    ArrayNode epochs = root.putArray("epochs");
    for (Epoch epoch : place.record().history().epochs()) {
      ObjectNode node = epochs.addObject();
      node.put("step", epoch.step());
      node.set("training", loss(epoch.training().total(), epoch.training().parts()));
      node.set("validation", loss(epoch.validation().total(), epoch.validation().parts()));
    }
    return root.toString();
  }

  private static ObjectNode begunEpoch(LossSum sum) {
    ObjectNode node = loss(sum.total(), sum.parts()).put("images", sum.images());
    ObjectNode counts = node.putObject("partImages");
    sum.parts().keySet().forEach(name -> counts.put(name, sum.partImages().get(name)));
    return node;
  }

  private static ObjectNode loss(double total, Map<String, Double> parts) {
    ObjectNode node = JSON.createObjectNode();
    node.put("total", total);
    parts.forEach(node.putObject("parts")::put);
    return node;
  }

  /**
   * Reads what {@link #toJson} wrote.
   *
   * @param source what messages call it
   * @throws InvalidInputException if it is something else
   */
  static TrainingPlace parse(String source, String json) {
    JsonFields root = JsonFields.parse(source, json);
    root.integer("format", FORMAT, FORMAT);
    root.requireOnly(
        Set.of("format", "plannedEpochs", "steps", NANOSECONDS, "begunEpoch", "epochs"));
    int planned = (int) root.integer("plannedEpochs", 1, Integer.MAX_VALUE);
    long steps = root.integer("steps", 0, Long.MAX_VALUE);
    LossSum sum = begunEpoch(source, root.object("begunEpoch"));
    return new TrainingPlace(
        planned, new TrainingRecord(steps, history(source, root.node("epochs")), sum, time(root)));
  }

  /** Files of older versions lack it. */
  private static Optional<Duration> time(JsonFields root) {
    return root.names().contains(NANOSECONDS)
        ? Optional.of(Duration.ofNanos(root.integer(NANOSECONDS, 0, Long.MAX_VALUE)))
        : Optional.empty();
  }

  private static LossSum begunEpoch(String source, JsonFields begun) {
    long images = begun.integer("images", 0, Integer.MAX_VALUE);
    Map<String, Double> parts = begun.object("parts").numbers();
    return new LossSum(
        images, number(source, begun, "total"), parts, partImages(begun, images, parts.keySet()));
  }

  /** Files of older versions lack the numbers: there every part was measured on all images. */
  private static Map<String, Long> partImages(JsonFields begun, long images, Set<String> parts) {
    Map<String, Long> counts = new LinkedHashMap<>();
    if (!begun.names().contains("partImages")) {
      parts.forEach(name -> counts.put(name, images));
      return counts;
    }
    JsonFields given = begun.object("partImages");
    given.requireOnly(parts);
    parts.forEach(name -> counts.put(name, given.integer(name, 1, images)));
    return counts;
  }

  private static TrainingHistory history(String source, JsonNode array) {
    if (!array.isArray()) {
      throw new InvalidInputException(source + ": epochs must be a list of objects");
    }
    List<Epoch> epochs = new ArrayList<>();
    for (JsonNode element : array) {
      String name = source + ": epochs[" + epochs.size() + "]";
      JsonFields fields = JsonFields.parse(name, element.toString());
      epochs.add(
          new Epoch(
              fields.integer("step", 1, Long.MAX_VALUE),
              terms(name, fields.object("training")),
              terms(name, fields.object("validation"))));
    }
    return new TrainingHistory(epochs);
  }

  private static LossTerms terms(String source, JsonFields fields) {
    return new LossTerms(number(source, fields, "total"), fields.object("parts").numbers());
  }

  private static double number(String source, JsonFields fields, String name) {
    JsonNode value = fields.node(name);
    if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
      throw new InvalidInputException(source + ": " + name + " must be a finite number");
    }
    return value.doubleValue();
  }
}
