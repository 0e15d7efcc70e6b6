package latentlab.cli;

import java.nio.file.Path;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.storage.ModelFolder;
import latentlab.models.storage.StoredModel;
import latentlab.storage.Precision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a model without its training, and with smaller weights. */
@Command(
    name = "pack",
    description = {
      "Write a model to share it: without the files of its training, and with weights of 16 bits,",
      "which are half as large and draw nearly the same images."
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

  PackCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Precision chosen = precision();
    ModelFolder target = new ModelFolder(out);
    target.checkWritable();
    StoredModel stored = modelOption.read(context());
    loadEngine(display);
    // Weights that do not fit their config are refused before they are written again.
    try (GenerativeModel model = stored.open(context().families())) {
      target.write(stored, chosen);
      println(
          common.json()
              ? new JsonLine()
                  .with("out", out.toString())
                  .with("parameters", model.parameterCount())
                  .with("size_mb", target.sizeInBytes() / 1e6)
              : String.format("the model is in %s: %.1f MB", out, target.sizeInBytes() / 1e6));
    }
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
