package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Changes the digit and keeps the hand: encodes each image as one of its own class and decodes the
 * code as one of another, {@code g(f(x, y_source), y_target)}.
 */
@Command(
    name = "transfer",
    description = "Draw images anew as another class, in the same hand (models told the class).")
final class TransferCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 10;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();

  @Option(
      names = "--class",
      paramLabel = "K",
      description = {
        "The class to draw, by name or number from 0; several joined by commas give each image",
        "in each of them, a row for each image (default: all classes)."
      })
  private @Nullable String target;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  TransferCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    ImageBatch images = inputOptions.read(context(), stored.card(), DEFAULT_COUNT, display);
    loadEngine(display);
    ImageBatch drawn;
    try (GenerativeModel model = stored.open(context().families())) {
      ClassConditional space = Capability.require(model, ClassConditional.class, ModelClasses.DEED);
      inputOptions.checkClasses(model, images);
      ModelClasses classes = new ModelClasses(model.images().classNames());
      int[] targets = target == null ? classes.all() : classes.labels("--class", target);
      drawn =
          ImageParts.map(
              images,
              part -> transferred(space, part, targets),
              display,
              "transferring",
              context().cancellation());
      ImageOrigin origin =
          inputOptions
              .describe(modelOption.origin(context(), stored, "transfer"), images)
              .withClasses(Arrays.stream(targets).boxed().toList());
      if (targets.length == 1) {
        ImageOutput.write(file, drawn, origin);
      } else {
        ImageOutput.write(file, drawn, targets.length, origin);
      }
    }
    println(
        common.json()
            ? new JsonLine().with("out", file.toString()).with("images", drawn.count())
            : drawn.count() + " images are in " + file);
  }

  /** Each image in each class: [images, targets]. */
  private static ImageBatch transferred(ClassConditional model, ImageBatch images, int[] targets) {
    LatentCodes codes = ClassCodes.encode(model, images);
    ImageBatch[] rows = new ImageBatch[images.count()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = ClassCodes.rows(model, LatentCodes.of(codes.code(i)), targets);
    }
    return ImageParts.join(rows);
  }
}
