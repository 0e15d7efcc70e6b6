package latentlab.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import latentlab.evaluation.comparison.ComparisonRow;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.TableFormat;
import latentlab.failure.InvalidInputException;
import latentlab.storage.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * Where a comparison goes and how it is written.
 *
 * @param format empty for JSON, one object a line
 * @param file empty for standard output
 * @param json whether all that is printed must be JSON
 */
record ComparisonOutput(Optional<TableFormat> format, Optional<Path> file, boolean json) {

  private static final String JSON = "json";
  private static final Map<String, Optional<TableFormat>> FORMATS =
      Map.of(
          "text",
          Optional.of(TableFormat.TEXT),
          "markdown",
          Optional.of(TableFormat.MARKDOWN),
          "csv",
          Optional.of(TableFormat.CSV),
          JSON,
          Optional.empty());
  private static final Map<String, String> ENDINGS =
      Map.of("text", ".txt", "markdown", ".md", "csv", ".csv", JSON, ".json");

  /**
   * Reads the options.
   *
   * @param format what was given for {@code --format}
   * @param out what was given for {@code --out}
   * @param json whether {@code --json} was given
   * @throws InvalidInputException if they are wrong or contradict each other
   */
  static ComparisonOutput of(@Nullable String format, @Nullable String out, boolean json) {
    if (json && format != null && !format.equals(JSON)) {
      throw new InvalidInputException("--json and --format " + format + " contradict each other");
    }
    if (format != null && !FORMATS.containsKey(format)) {
      throw new InvalidInputException(
          "--format must be text, markdown, csv or json, not '" + format + "'");
    }
    Optional<String> given = Optional.ofNullable(json ? JSON : format);
    Optional<Path> file =
        Optional.ofNullable(out)
            .map(name -> Paths.writableFile("--out", Paths.parse("--out", name), endings(given)));
    String chosen = given.or(() -> file.map(ComparisonOutput::byEnding)).orElse("text");
    return new ComparisonOutput(FORMATS.getOrDefault(chosen, Optional.empty()), file, json);
  }

  private static List<String> endings(Optional<String> format) {
    return format
        .map(name -> List.of(ENDINGS.getOrDefault(name, "")))
        .orElseGet(() -> List.of(".txt", ".md", ".csv", ".json"));
  }

  private static String byEnding(Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return ENDINGS.entrySet().stream()
        .filter(entry -> name.endsWith(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse("text");
  }

  /** Whether a remark may be printed: not among JSON, nor into a table for other programs. */
  boolean allowsRemarks() {
    return !json && (file.isPresent() || format.filter(TableFormat.TEXT::equals).isPresent());
  }

  /**
   * Writes the table.
   *
   * @param table what was measured
   * @param printer prints a line of standard output
   */
  void write(ComparisonTable table, Consumer<Object> printer) {
    String text = format.map(form -> form.write(table)).orElseGet(() -> json(table));
    if (file.isEmpty()) {
      printer.accept(text.stripTrailing());
      return;
    }
    Path target = file.get();
    AtomicFile.write(target, stream -> stream.write(text.getBytes(StandardCharsets.UTF_8)));
    int models = table.rows().size();
    printer.accept(
        json
            ? new JsonLine().with("out", target.toString()).with("models", models)
            : models + " models are compared in " + target);
  }

  private static String json(ComparisonTable table) {
    StringBuilder lines = new StringBuilder();
    table.reference().ifPresent(row -> lines.append(line(row, table)).append('\n'));
    table.rows().forEach(row -> lines.append(line(row, table)).append('\n'));
    return lines.toString();
  }

  private static JsonLine line(ComparisonRow row, ComparisonTable table) {
    JsonLine line = new JsonLine().with("model", row.name()).with("family", row.family());
    row.figures().forEach((figure, value) -> line.with(figure.key(), value));
    row.problem().ifPresent(problem -> line.with("problem", problem));
    return line.with("measured_on", table.caption());
  }
}
