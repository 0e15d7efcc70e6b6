package latentlab.cli;

import java.nio.file.Path;
import latentlab.data.image.ImageFile;
import latentlab.models.GenerativeModel;
import latentlab.models.PriorSampler;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws new images from a model. */
@Command(name = "generate", description = "Draw new images from a model.")
final class GenerateCommand extends LabCommand {

  private static final int MAX_COUNT = 65_536;

  @Mixin private final ModelOption modelOption = new ModelOption();

  @Option(
      names = "--count",
      paramLabel = "N",
      defaultValue = "64",
      description = "How many images (default: 64).")
  private int count;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  GenerateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Ranges.check("--count", count, 1, MAX_COUNT);
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    loadEngine(display);
    try (GenerativeModel model = stored.open(context().families())) {
      PriorSampler sampler =
          Capability.require(model, PriorSampler.class, "generate images of its own");
      ImageFile.write(file, sampler.sample(count, common.seed()));
    }
    println(
        common.json()
            ? new JsonLine()
                .with("out", file.toString())
                .with("images", count)
                .with("seed", common.seed().value())
            : count + " images are in " + file);
  }
}
