package latentlab.cli;

import java.nio.file.Path;
import latentlab.data.ImageBatch;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.ImageEditing;
import latentlab.models.denoising.SamplingControl;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Gives images noise up to a step and makes new ones from there (SDEdit, Meng et al. 2022). */
@Command(
    name = "denoise",
    description = "Give images noise up to a step and make new ones from there (diffusion models).")
final class DenoiseCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 16;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--from-step",
      paramLabel = "T",
      required = true,
      description = "The step up to which noise is added, from 1 to the model's steps.")
  private int fromStep;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  DenoiseCommand(CommandContext context) {
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
      StepwiseSampler sampler =
          Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
      SamplingRequest request = sampling.request(model, sampler, images.count(), common.seed());
      SamplingControl control = SamplingOptions.control(display, context().cancellation());
      ImageOutput.write(
          file,
          new ImageEditing(sampler.diffusion())
              .denoiseFrom(images, fromStep, request, control)
              .result(),
          origin(stored, model, images));
    }
    printResult(file, images.count());
  }

  private ImageOrigin origin(StoredModel stored, GenerativeModel model, ImageBatch images) {
    ImageOrigin origin =
        modelOption
            .origin(context(), stored, "denoise")
            .withSeed(common.seed().value())
            .with("from-step", Integer.toString(fromStep));
    return sampling.describe(
        inputOptions.describe(origin, images), model, images.count(), common.seed());
  }

  private void printResult(Path file, int images) {
    println(
        common.json()
            ? new JsonLine()
                .with("out", file.toString())
                .with("images", images)
                .with("from_step", fromStep)
                .with("seed", common.seed().value())
            : images + " images, made from step " + fromStep + " on, are in " + file);
  }
}
