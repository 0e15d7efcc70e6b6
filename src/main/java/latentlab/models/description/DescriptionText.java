package latentlab.models.description;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import latentlab.failure.OneLine;
import latentlab.models.storage.ModelCard.Provenance;
import latentlab.models.storage.TrainingTime;

/** Puts a description into Markdown. Whatever comes from outside is kept to its place. */
final class DescriptionText {

  /** What can stand in a command as it is. */
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.,_/-]*");

  private static final String PLACEHOLDER = "DIR";
  private static final int MOST_CLASSES = 20;

  private final ModelDescription description;
  private final Provenance origin;
  private final StringBuilder text = new StringBuilder();

  private DescriptionText(ModelDescription description) {
    this.description = description;
    origin = description.card().provenance();
  }

  /** The whole text. */
  static String of(ModelDescription description) {
    DescriptionText written = new DescriptionText(description);
    written.introduction();
    written.facts();
    written.figures();
    written.uses();
    return written.text.toString();
  }

  private void introduction() {
    line("# " + plain(description.name()));
    line("");
    line(description.family().title() + ". " + description.family().summary());
    line("");
  }

  private void facts() {
    row("", "");
    line("|---|---|");
    row("family", code(description.family().name()));
    row("settings", settings());
    row("images", images());
    row("data", code(origin.dataset()) + ", SHA-256 " + code(origin.datasetFingerprint()));
    row(
        "training",
        String.format(
            Locale.ROOT,
            "%d epochs, batch %d, seed %d",
            origin.epochs(),
            origin.batchSize(),
            origin.seed()));
    row("training time", origin.time().map(TrainingTime::text).orElse("not known"));
    row("parameters", String.format(Locale.ROOT, "%,d", description.parameters()));
    description.weights().ifPresent(weights -> row("weights", weights));
    description.prior().ifPresent(kind -> row("fitted prior", kind));
    description
        .recipe()
        .ifPresent(recipe -> row("recipe", code(recipe) + ", see `src/recipes` of Latent Lab"));
    row("made by", "Latent Lab " + plain(origin.programVersion()));
  }

  private String settings() {
    Map<String, String> own = description.ownSettings();
    return own.isEmpty()
        ? "the defaults"
        : own.entrySet().stream()
                .map(setting -> code(setting.getKey() + "=" + setting.getValue()))
                .collect(Collectors.joining(", "))
            + "; otherwise the defaults";
  }

  private String images() {
    List<String> classes = description.card().images().classNames();
    String shape = description.card().images().shape().toString();
    if (classes.isEmpty()) {
      return shape;
    }
    String names = classes.stream().limit(MOST_CLASSES).collect(Collectors.joining(", "));
    String more = classes.size() > MOST_CLASSES ? ", ..." : "";
    return String.format("%s, %d classes: %s%s", shape, classes.size(), plain(names), more);
  }

  private void figures() {
    MeasuredFigures measured = description.figures().orElseGet(this::ofTheCard);
    if (measured.values().isEmpty()) {
      return;
    }
    line("");
    line("## Figures");
    line("");
    line(plain(measured.source()) + ".");
    line("");
    row("figure", "value");
    line("|---|---:|");
    measured.values().forEach((name, value) -> row(plain(name), plain(value)));
  }

  private MeasuredFigures ofTheCard() {
    return new MeasuredFigures(
        "Measured on the validation images after the last epoch",
        origin.metrics().entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey,
                    metric -> String.format(Locale.ROOT, "%.5g", metric.getValue()),
                    (first, second) -> first,
                    LinkedHashMap::new)));
  }

  private void uses() {
    String model = inCommand(description.name(), PLACEHOLDER);
    line("");
    line("## Use");
    line("");
    line("Choose the folder in the menu at the top right of the window, or, beside the folder:");
    line("");
    line("```sh");
    description.uses().forEach(use -> line("latent-lab " + withModel(use, model)));
    line("```");
    line("");
    line("Python reads the weights with the package `safetensors`. To train it again:");
    line("");
    line("```sh");
    line(training());
    line("```");
  }

  private static String withModel(String use, String model) {
    int command = use.indexOf(' ');
    return use.substring(0, command) + " --model " + model + use.substring(command);
  }

  private String training() {
    StringBuilder command = new StringBuilder("latent-lab train --family ");
    command.append(description.family().name());
    command.append(" --dataset ").append(inCommand(origin.dataset(), PLACEHOLDER));
    description
        .ownSettings()
        .forEach(
            (name, value) ->
                command.append(" --set ").append(name).append('=').append(inCommand(value, "...")));
    command.append(" --epochs ").append(origin.epochs());
    command.append(" --batch ").append(origin.batchSize());
    command.append(" --seed ").append(origin.seed());
    return command.append(" --threads 1 --out ").append(PLACEHOLDER).toString();
  }

  private static String inCommand(String name, String otherwise) {
    return PLAIN.matcher(name).matches() ? name : otherwise;
  }

  private void row(String name, String value) {
    line("| " + name + " | " + value + " |");
  }

  private void line(String words) {
    text.append(words).append('\n');
  }

  private static String code(String words) {
    return "`" + plain(words) + "`";
  }

  /** One line, without what would end a cell or begin a link or code. */
  private static String plain(String words) {
    return OneLine.of(words).replaceAll("[|`<>\\[\\]]", "_");
  }
}
