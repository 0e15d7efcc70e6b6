package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodePriorSampler;
import latentlab.models.ConditionalSampler;
import latentlab.models.GenerativeModel;
import latentlab.models.PriorSampler;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Draws new images from a model. */
@Command(name = "generate", description = "Draw new images from a model.")
final class GenerateCommand extends LabCommand {

  private static final int MAX_COUNT = 65_536;

  private static final double COLDEST = 0.01;
  private static final double HOTTEST = 100;

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
      names = "--temperature",
      paramLabel = "T",
      description = {
        "Below 1 the likeliest images, above 1 bolder ones (default: that of the model).",
        "Only for models with a learnt prior over codes."
      })
  private @Nullable Double temperature;

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
    if (temperature != null) {
      Ranges.check("--temperature", temperature, COLDEST, HOTTEST);
    }
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
    if (temperature != null) {
      origin = origin.withTemperature(temperature);
    }
    return sampling.describe(origin, model, count, common.seed());
  }

  private ImageBatch images(StoredModel stored, GenerativeModel model, WorkDisplay display) {
    if (temperature != null) {
      return atTemperature(
          Capability.require(model, CodePriorSampler.class, "draw codes at a temperature"),
          model,
          temperature);
    }
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

  private ImageBatch atTemperature(CodePriorSampler sampler, GenerativeModel model, double chosen) {
    if (sampling.areGiven()) {
      Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
    }
    String classes = sampling.classes();
    int[] labels = classes == null ? new int[0] : turns(model, classes, count);
    return sampler.decodeCodes(sampler.sampleCodes(count, labels, chosen, common.seed()));
  }

  private static int[] turns(GenerativeModel model, String classes, int images) {
    int[] turns = new ModelClasses(model.images().classNames()).labels("--class", classes);
    int[] labels = new int[images];
    Arrays.setAll(labels, i -> turns[i % turns.length]);
    return labels;
  }

  /** Draws the classes asked for in turn. */
  private Optional<PriorSampler> ofClasses(GenerativeModel model) {
    String classes = sampling.classes();
    if (classes == null) {
      return Optional.empty();
    }
    ConditionalSampler sampler =
        Capability.require(model, ConditionalSampler.class, ModelClasses.DEED);
    return Optional.of((images, seed) -> sampler.sample(turns(model, classes, images), seed));
  }
}
