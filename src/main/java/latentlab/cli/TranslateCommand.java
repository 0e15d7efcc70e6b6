package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.data.image.ImageFile;
import latentlab.data.image.InterleavedRows;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageTranslator;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws images of one class anew as images of another. */
@Command(
    name = "translate",
    description = "Draw images of one class as if they were of the other, such as thin as thick.")
final class TranslateCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 16;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();

  @Option(
      names = "--to",
      paramLabel = "CLASS",
      required = true,
      description = {
        "The class that the images shall have, by name or number from 0. Of a data set with the",
        "model's classes, images of the other class are taken."
      })
  private String target = "";

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = {
        "A .png picture with rows of originals, each above its translations; or a .npy file",
        "[n, height, width, channels] of the translations alone."
      })
  private String out = "";

  TranslateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    int toClass = label(stored);
    ImageBatch images =
        inputOptions.readWithout(toClass, context(), stored.card(), DEFAULT_COUNT, display);
    loadEngine(display);
    ImageBatch drawn;
    try (GenerativeModel model = stored.open(context().families())) {
      ImageTranslator translator =
          Capability.require(model, ImageTranslator.class, "translate images");
      inputOptions.checkClasses(model, images);
      drawn =
          ImageParts.map(
              images,
              part -> translator.translate(part, toClass),
              display,
              "translating",
              context().cancellation());
    }
    ImageOrigin origin =
        inputOptions
            .describe(modelOption.origin(context(), stored, "translate"), images)
            .withClasses(List.of(toClass));
    write(file, images, drawn, origin);
    println(
        common.json()
            ? new JsonLine().with("out", file.toString()).with("images", drawn.count())
            : drawn.count() + " translations are in " + file);
  }

  private int label(StoredModel stored) {
    ModelClasses classes = new ModelClasses(stored.card().images().classNames());
    int[] labels = classes.labels("--to", target);
    if (labels.length != 1) {
      throw new InvalidInputException("--to must be one class of " + classes.list());
    }
    return labels[0];
  }

  private static void write(Path file, ImageBatch originals, ImageBatch drawn, ImageOrigin origin) {
    if (ImageFile.isArray(file)) {
      ImageFile.write(file, drawn);
    } else {
      int columns = InterleavedRows.columnsFor(originals.count());
      ImageOutput.write(file, InterleavedRows.of(originals, drawn, columns), columns, origin);
    }
  }
}
