package latentlab.cli;

import java.nio.file.Path;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.failure.InvalidInputException;
import latentlab.models.GenerativeModel;
import latentlab.models.denoising.Inpainting;
import latentlab.models.denoising.PixelMask;
import latentlab.models.denoising.SamplingRequest;
import latentlab.models.denoising.StepwiseSampler;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Makes a part of images anew and leaves the rest exactly as it is (RePaint). */
@Command(
    name = "inpaint",
    description = "Make a part of images anew and keep the rest as it is (diffusion models).")
final class InpaintCommand extends LabCommand {

  private static final int DEFAULT_COUNT = 16;

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();
  @Mixin private final SamplingOptions sampling = new SamplingOptions();

  @Option(
      names = "--mask",
      paramLabel = "PART|FILE",
      defaultValue = "lower",
      description = {
        "What is made anew: lower, upper, left or right half, or a .png or .npy file of the",
        "images' size whose bright pixels are (default: lower)."
      })
  private String mask = "lower";

  @Option(
      names = "--resamplings",
      paramLabel = "N",
      defaultValue = "5",
      description = "How often each step is made, so that old and new fit together (default: 5).")
  private int resamplings;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, height, width, channels] or a .png picture of a grid.")
  private String out = "";

  InpaintCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    PixelMask known = known(stored.card().images().shape());
    ImageBatch images = inputOptions.read(context(), stored.card(), DEFAULT_COUNT, display);
    Inpainting inpainting = new Inpainting(images, known, resamplings);
    loadEngine(display);
    try (GenerativeModel model = stored.open(context().families())) {
      StepwiseSampler sampler =
          Capability.require(model, StepwiseSampler.class, SamplingOptions.DEED);
      SamplingRequest request = sampling.request(model, sampler, images.count(), common.seed());
      ImageOutput.write(
          file,
          sampler
              .diffusion()
              .inpaint(
                  inpainting, request, SamplingOptions.control(display, context().cancellation()))
              .result(),
          origin(stored, model, images));
    }
    println(
        common.json()
            ? new JsonLine()
                .with("out", file.toString())
                .with("images", images.count())
                .with("seed", common.seed().value())
            : images.count() + " completed images are in " + file);
  }

  private ImageOrigin origin(StoredModel stored, GenerativeModel model, ImageBatch images) {
    ImageOrigin origin =
        modelOption
            .origin(context(), stored, "inpaint")
            .withSeed(common.seed().value())
            .with("mask", mask.length() > 100 ? "a file" : mask)
            .with("resamplings", Integer.toString(resamplings));
    return sampling.describe(
        inputOptions.describe(origin, images), model, images.count(), common.seed());
  }

  private PixelMask known(ImageShape shape) {
    return switch (mask) {
      case "lower" -> half(shape, (row, column) -> row < shape.height() / 2);
      case "upper" -> half(shape, (row, column) -> row >= shape.height() / 2);
      case "left" -> half(shape, (row, column) -> column >= shape.width() / 2);
      case "right" -> half(shape, (row, column) -> column < shape.width() / 2);
      default -> ofFile(shape);
    };
  }

  private static PixelMask half(ImageShape shape, Known known) {
    boolean[] values = new boolean[shape.height() * shape.width()];
    for (int i = 0; i < values.length; i++) {
      values[i] = known.at(i / shape.width(), i % shape.width());
    }
    return new PixelMask(shape.height(), shape.width(), values);
  }

  private PixelMask ofFile(ImageShape shape) {
    Path file = Paths.readableFile("--mask", Paths.parse("--mask", mask));
    ImageBatch read = ImageFile.read(file, new ImageShape(shape.height(), shape.width(), 1));
    if (read.count() != 1) {
      throw new InvalidInputException(
          "--mask '" + mask + "' holds " + read.count() + " images; expected one");
    }
    boolean[] known = new boolean[shape.height() * shape.width()];
    for (int i = 0; i < known.length; i++) {
      known[i] = read.pixels()[i] < 0.5f;
    }
    return new PixelMask(shape.height(), shape.width(), known);
  }

  /** Whether a pixel is known. */
  @FunctionalInterface
  private interface Known {

    boolean at(int row, int column);
  }
}
