package latentlab.cli;

import java.nio.file.Path;
import latentlab.data.ImageBatch;
import latentlab.models.GenerativeModel;
import latentlab.models.Inverter;
import latentlab.models.Reconstructor;
import latentlab.models.inversion.InvertedSpace;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Passes images through a model and writes them as the model sees them; a model without an encoder
 * searches for codes that give them.
 */
@Command(
    name = "reconstruct",
    description = "Pass images through a model and write what comes out.")
final class ReconstructCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 64;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  ReconstructCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    ImageBatch images = inputOptions.read(context(), stored.card(), DEFAULT_COUNT, display);
    loadEngine(display);
    try (GenerativeModel model = stored.open(context().families())) {
      ImageOutput.write(
          file,
          reconstruct(model, images, display),
          inputOptions.describe(modelOption.origin(context(), stored, "reconstruct"), images));
    }
    println(
        common.json()
            ? new JsonLine().with("out", file.toString()).with("images", images.count())
            : images.count() + " reconstructions are in " + file);
  }

  private ImageBatch reconstruct(GenerativeModel model, ImageBatch images, WorkDisplay display) {
    if (model instanceof Inverter inverter && !(model instanceof Reconstructor)) {
      inputOptions.checkClasses(model, images);
      return new InvertedSpace(inverter, common.seed(), display, context().cancellation())
          .reconstruct(images);
    }
    Reconstructor reconstructor =
        Capability.require(model, Reconstructor.class, "reconstruct images");
    inputOptions.checkClasses(model, images);
    return ImageParts.map(
        images, reconstructor::reconstruct, display, "reconstructing", context().cancellation());
  }
}
