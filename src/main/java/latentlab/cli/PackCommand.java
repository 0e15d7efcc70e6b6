package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.description.MeasuredFigures;
import latentlab.models.description.ModelDescription;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.storage.Precision;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model without its training, and with smaller weights. */
@Command(
    name = "pack",
    description = {
      "Write a model to share it: without the files of its training, and with weights of 16 bits,",
      "which are half as large and draw nearly the same images. A card.md beside them tells people",
      "what the model is, how it was made and what it can be used for."
    })
final class PackCommand extends LabCommand {

  @Mixin private final ModelOption modelOption = new ModelOption();

  @Option(
      names = "--precision",
      paramLabel = "NAME",
      defaultValue = "half",
      description = "half (16 bits) or single (32 bits, as it was trained) (default: half).")
  private String precision = "";

  @Option(
      names = "--out",
      paramLabel = "DIR",
      required = true,
      description = "A new or empty folder, or a model's, which is replaced.")
  private Path out = Path.of("");

  @Option(
      names = "--figures",
      paramLabel = "FILE",
      description = {
        "Put what was measured into the card: a file of what 'evaluate --json' or 'compare --json'",
        "has printed. Of several models, the line of the name of --out counts, or else of --model."
      })
  private @Nullable String figures;

  @Option(
      names = "--recipe",
      paramLabel = "NAME",
      description = "Name in the card the recipe by which the model was made.")
  private @Nullable String recipe;

  PackCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Precision chosen = precision();
    ModelFolder target = new ModelFolder(out);
    target.checkWritable();
    StoredModel stored = modelOption.read(context());
    Optional<MeasuredFigures> measured = figures(stored);
    loadEngine(display);
    // Weights that do not fit their config are refused before they are written again.
    try (GenerativeModel model = stored.open(context().families())) {
      target.write(stored, chosen, description(stored, model, chosen, measured).toMarkdown());
      println(
          common.json()
              ? new JsonLine()
                  .with("out", out.toString())
                  .with("parameters", model.parameterCount())
                  .with("size_mb", target.sizeInBytes() / 1e6)
              : String.format("the model is in %s: %.1f MB", out, target.sizeInBytes() / 1e6));
    }
  }

  private Optional<MeasuredFigures> figures(StoredModel stored) {
    return Optional.ofNullable(figures)
        .map(
            file ->
                CardFigures.read(
                    "--figures",
                    Paths.parse("--figures", file),
                    List.of(name(), String.valueOf(Path.of(modelOption.value()).getFileName())),
                    stored.card().family()));
  }

  private ModelDescription description(
      StoredModel stored,
      GenerativeModel model,
      Precision chosen,
      Optional<MeasuredFigures> measured) {
    ModelDescription description =
        ModelDescription.of(
                name(), context().families().named(stored.card().family()), stored.card(), model)
            .withWeights(stored.weights(), chosen);
    description = stored.prior().map(description::withPrior).orElse(description);
    description = Optional.ofNullable(recipe).map(description::withRecipe).orElse(description);
    return measured.map(description::withFigures).orElse(description);
  }

  private String name() {
    return String.valueOf(out.toAbsolutePath().normalize().getFileName());
  }

  private Precision precision() {
    return switch (precision) {
      case "half" -> Precision.HALF;
      case "single" -> Precision.SINGLE;
      default ->
          throw new InvalidInputException(
              "--precision '" + precision + "' is neither half nor single");
    };
  }
}
