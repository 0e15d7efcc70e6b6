package latentlab.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import latentlab.evaluation.comparison.Figure;
import latentlab.failure.InvalidInputException;
import latentlab.failure.Quoted;
import latentlab.models.description.MeasuredFigures;
import latentlab.storage.JsonFields;
import latentlab.storage.TextFile;

/**
 * Figures that {@code evaluate --json} or {@code compare --format json} printed into a file: a JSON
 * object on each line. That of a comparison names its model.
 */
final class CardFigures {

  private static final int LARGEST_FILE = 1 << 20;
  private static final String MODEL = "model";
  private static final String FAMILY = "family";
  private static final String MEASURED_ON = "measured_on";

  /** What the card tells already, or what is no figure. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          MODEL,
          FAMILY,
          MEASURED_ON,
          "dataset",
          "part",
          "images",
          "classifier",
          "seed",
          Figure.PARAMETERS.key(),
          Figure.SIZE.key(),
          Figure.EPOCHS.key(),
          Figure.TRAINING_TIME.key(),
          Figure.LATENT_SIZE.key());

  private CardFigures() {}

  /**
   * Reads the figures of a model.
   *
   * @param option the option that names the file, for messages
   * @param file the file, of at most 1 MB
   * @param names what the model may be called there, the best name first
   * @param family its family
   * @return what was measured
   * @throws InvalidInputException if the file has no figures of it, or is not as it must be
   */
  static MeasuredFigures read(String option, Path file, List<String> names, String family) {
    String text = TextFile.read(Paths.readableFile(option, file), LARGEST_FILE);
    List<String> lines = text.lines().toList();
    List<JsonFields> rows =
        IntStream.range(0, lines.size())
            .filter(i -> !lines.get(i).isBlank())
            .mapToObj(i -> JsonFields.parse(file + ": line " + (i + 1), lines.get(i)))
            .toList();
    JsonFields row =
        rows.size() == 1 && !rows.get(0).names().contains(MODEL)
            ? rows.get(0)
            : named(option + " '" + file + "'", rows, names);
    if (row.names().contains(FAMILY) && !row.text(FAMILY).equals(family)) {
      throw new InvalidInputException(
          String.format(
              "%s '%s' has figures of a model of the family %s; expected %s",
              option, file, Quoted.text(row.text(FAMILY)), family));
    }
    return new MeasuredFigures(source(row), values(file, row));
  }

  private static JsonFields named(String file, List<JsonFields> rows, List<String> names) {
    Optional<JsonFields> found =
        names.stream()
            .flatMap(
                name ->
                    rows.stream()
                        .filter(row -> row.names().contains(MODEL))
                        .filter(row -> row.text(MODEL).equals(name)))
            .findFirst();
    return found.orElseThrow(
        () ->
            new InvalidInputException(
                file + " has no line with the model " + Quoted.text(String.join(" or ", names))));
  }

  private static String source(JsonFields row) {
    if (row.names().contains(MEASURED_ON)) {
      return "Measured on " + row.text(MEASURED_ON);
    }
    if (!row.names().contains("dataset")) {
      return "Measured";
    }
    return String.format(
        Locale.ROOT,
        "Measured on the %,d %s images of %s, judged by %s, seed %d",
        row.integer("images", 0, Integer.MAX_VALUE),
        row.text("part"),
        row.text("dataset"),
        row.text("classifier"),
        row.integer("seed", Long.MIN_VALUE, Long.MAX_VALUE));
  }

  private static Map<String, String> values(Path file, JsonFields row) {
    Map<String, String> values = new LinkedHashMap<>();
    for (String key : row.names()) {
      if (LEFT_OUT.contains(key)) {
        continue;
      }
      JsonNode value = row.node(key);
      if (!value.isNumber() || !Double.isFinite(value.doubleValue())) {
        throw new InvalidInputException(
            file
                + ": "
                + Quoted.text(key)
                + " must be a finite number, not "
                + Quoted.text(value.toString()));
      }
      Optional<Figure> figure = Figure.ofKey(key);
      values.put(
          figure.map(Figure::label).orElse(key),
          figure
              .map(known -> known.text(value.doubleValue()))
              .orElseGet(() -> String.format(Locale.ROOT, "%.5g", value.doubleValue())));
    }
    return values;
  }
}
