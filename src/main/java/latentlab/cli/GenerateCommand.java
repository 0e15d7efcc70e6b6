package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.PriorSampler;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws new images from a model. */
@Command(name = "generate", description = "Draw new images from a model.")
final class GenerateCommand extends LabCommand {

  private static final int MAX_COUNT = 65_536;

  private static final String NO_PRIOR =
      "this model has no prior to draw from; fit one with: latent-lab fit-prior";

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();

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
      ImageOutput.write(file, images(stored, model, display), origin(stored, model));
    }
    println(
        common.json()
            ? new JsonLine()
                .with("out", file.toString())
                .with("images", count)
                .with("seed", common.seed().value())
            : count + " images are in " + file);
  }

  private ImageOrigin origin(StoredModel stored, GenerativeModel model) {
    ImageOrigin origin =
        modelOption.origin(context(), stored, "generate").withSeed(common.seed().value());
    return sampling.describe(origin, model, count, common.seed());
  }

  private ImageBatch images(StoredModel stored, GenerativeModel model, WorkDisplay display) {
    if (model instanceof StepwiseSampler stepwise) {
      return stepwise
          .diffusion()
          .images(
              sampling.request(model, stepwise, count, common.seed()),
              SamplingOptions.control(display, context().cancellation()));
    }
    if (sampling.areGiven()) {
      Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
    }
    return ofClasses(model)
        .or(() -> stored.sampler(model))
        .orElseThrow(() -> new InvalidInputException(NO_PRIOR))
        .sample(count, common.seed());
  }

  /** Draws the classes asked for in turn. */
  private Optional<PriorSampler> ofClasses(GenerativeModel model) {
    String classes = sampling.classes();
    if (classes == null) {
      return Optional.empty();
    }
    ConditionalSampler sampler =
        Capability.require(model, ConditionalSampler.class, ModelClasses.DEED);
    int[] turns = new ModelClasses(model.images().classNames()).labels("--class", classes);
    return Optional.of(
        (images, seed) -> {
          int[] labels = new int[images];
          Arrays.setAll(labels, i -> turns[i % turns.length]);
          return sampler.sample(labels, seed);
        });
  }
}
