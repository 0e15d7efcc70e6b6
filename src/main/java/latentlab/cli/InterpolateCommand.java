package latentlab.cli;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.CodePath;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.denoising.ImageDiffusion;
import latentlab.models.denoising.ImageEditing;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.inversion.InvertedSpace;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Draws what lies between images: on a line or an arc between their codes, or, by a diffusion
 * model, between their noisy versions (Ho et al. 2020, section 5).
 */
@Command(
    name = "interpolate",
    description = "Draw what lies between images: a row for each image and the next one.")
final class InterpolateCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 2;
  private static final int MOST_POINTS = 1_000;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--points",
      paramLabel = "N",
      defaultValue = "10",
      description = "Images in each row, with both ends (default: 10).")
  private int points;

  @Option(
      names = "--linear",
      description = "Go straight between the codes instead of along an arc.")
  private boolean linear;

  @Option(
      names = "--at-step",
      paramLabel = "T",
      description =
          "Of diffusion models: the noise level at which images are mixed (default: half way).")
  private @Nullable Integer atStep;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  InterpolateCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Ranges.check("--points", points, 2, MOST_POINTS);
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    ImageBatch images = inputOptions.read(context(), stored.card(), DEFAULT_COUNT, display);
    if (images.count() < 2) {
      throw new InvalidInputException("between one image and none there is nothing; give two");
    }
    loadEngine(display);
    ImageBatch drawn;
    ImageOrigin origin;
    try (GenerativeModel model = stored.open(context().families())) {
      drawn =
          model instanceof StepwiseSampler sampler
              ? mixed(model, sampler, images, display)
              : between(model, images);
      origin = origin(stored, model, images);
    }
    ImageOutput.write(file, drawn, points, origin);
    println(
        common.json()
            ? new JsonLine().with("out", file.toString()).with("images", drawn.count())
            : drawn.count() + " images, " + points + " in each row, are in " + file);
  }

  private ImageOrigin origin(StoredModel stored, GenerativeModel model, ImageBatch images) {
    ImageOrigin origin =
        modelOption
            .origin(context(), stored, "interpolate")
            .withSeed(common.seed().value())
            .with("points", Integer.toString(points));
    origin = sampling.describe(inputOptions.describe(origin, images), model, points, common.seed());
    if (model instanceof StepwiseSampler sampler) {
      return origin.with("at-step", Integer.toString(mixingStep(sampler.diffusion())));
    }
    return origin.with("path", linear ? "linear" : "spherical");
  }

  private int mixingStep(ImageDiffusion diffusion) {
    return atStep == null ? diffusion.schedule().steps() / 2 : atStep;
  }

  private ImageBatch between(GenerativeModel model, ImageBatch images) {
    if (atStep != null || sampling.areGiven()) {
      Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
    }
    Optional<Encoder> encoder = InvertedSpace.encoderOf(model);
    if (encoder.isEmpty()) {
      Capability.require(model, Encoder.class, "encode images");
    }
    Encoder space = encoder.orElseThrow();
    LatentCodes codes = space.encode(images);
    CodePath path = linear ? CodePath.LINEAR : CodePath.SPHERICAL;
    ImageBatch[] rows = new ImageBatch[images.count() - 1];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = space.decode(path.between(codes.code(i), codes.code(i + 1), points));
    }
    return ImageParts.join(rows);
  }

  private ImageBatch mixed(
      GenerativeModel model, StepwiseSampler sampler, ImageBatch images, WorkDisplay display) {
    ImageDiffusion diffusion = sampler.diffusion();
    int t = mixingStep(diffusion);
    ImageBatch[] rows = new ImageBatch[images.count() - 1];
    for (int i = 0; i < rows.length; i++) {
      SamplingRequest request = sampling.request(model, sampler, points, common.seed());
      rows[i] =
          new ImageEditing(diffusion)
              .interpolate(
                  ImageBatch.unlabelled(images.shape(), images.image(i)),
                  ImageBatch.unlabelled(images.shape(), images.image(i + 1)),
                  weights(),
                  t,
                  request,
                  SamplingOptions.control(display, context().cancellation()))
              .result();
    }
    return ImageParts.join(rows);
  }

  private double[] weights() {
    double[] weights = new double[points];
    for (int i = 0; i < points; i++) {
      weights[i] = (double) i / (points - 1);
    }
    return weights;
  }
}
