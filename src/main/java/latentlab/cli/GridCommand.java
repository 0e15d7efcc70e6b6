package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.failure.InvalidInputException;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentSpace;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.storage.StoredModel;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a picture of a latent space. */
@Command(
    name = "grid",
    description = {
      "Write the images at a grid of points over two latent dimensions.",
      "Of a model that is told the class, without --class: a row for each class, the same random",
      "codes in each column."
    })
final class GridCommand extends LabCommand {

  private static final int MAX_SIDE = 100;

  @Mixin private final ModelOption modelOption = new ModelOption();

  @Option(
      names = "--side",
      paramLabel = "N",
      defaultValue = "20",
      description = "Points along each side (default: 20).")
  private int side;

  @Option(
      names = "--dimensions",
      paramLabel = "X,Y",
      split = ",",
      description = "The two dimensions, counted from 1; the others are 0 (default: 1,2).")
  private int @Nullable [] dimensions;

  @Option(
      names = "--class",
      paramLabel = "K",
      description = "The class to draw, by name or number from 0, if the model is told the class.")
  private @Nullable String target;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .png picture or a .npy file [n, height, width, channels].")
  private String out = "";

  GridCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    Ranges.check("--side", side, 2, MAX_SIDE);
    Path file = ImageOutput.check("--out", out);
    StoredModel stored = modelOption.read(context());
    loadEngine(display);
    ImageBatch images;
    try (GenerativeModel model = stored.open(context().families())) {
      images = images(model);
      ImageOutput.write(file, images, side, origin(stored, model));
    }
    println(
        common.json()
            ? new JsonLine().with("out", file.toString()).with("images", images.count())
            : "the latent grid is in " + file);
  }

  private ImageOrigin origin(StoredModel stored, GenerativeModel model) {
    ImageOrigin origin =
        modelOption
            .origin(context(), stored, "grid")
            .withSeed(common.seed().value())
            .with("side", Integer.toString(side));
    if (dimensions != null) {
      origin = origin.with("dimensions", dimensions[0] + "," + dimensions[1]);
    }
    if (target != null) {
      int label = new ModelClasses(model.images().classNames()).labels("--class", target)[0];
      origin = origin.withClasses(List.of(label));
    }
    return origin;
  }

  private ImageBatch images(GenerativeModel model) {
    if (target == null && dimensions == null) {
      return LatentGrid.ofModel(model, side, common.seed());
    }
    LatentSpace space = space(model);
    return grid(space).decode(space);
  }

  private LatentSpace space(GenerativeModel model) {
    if (target != null) {
      ClassConditional conditional =
          Capability.require(model, ClassConditional.class, ModelClasses.DEED);
      int[] labels = new ModelClasses(model.images().classNames()).labels("--class", target);
      if (labels.length > 1) {
        throw new InvalidInputException("--class must name one class here, not " + target);
      }
      return conditional.ofClass(labels[0]);
    }
    if (model instanceof ClassConditional && !(model instanceof LatentSpace)) {
      throw new InvalidInputException(
          "this model has a latent space for each class; name the class by --class ("
              + new ModelClasses(model.images().classNames()).list()
              + ")");
    }
    return Capability.require(model, LatentSpace.class, LatentGrid.DEED);
  }

  private LatentGrid grid(LatentSpace space) {
    if (dimensions == null) {
      return LatentGrid.ofFirstDimensions(side, space);
    }
    if (dimensions.length != 2 || dimensions[0] == dimensions[1]) {
      throw new InvalidInputException("--dimensions must be two different numbers, such as 1,2");
    }
    int x = Ranges.check("--dimensions", dimensions[0], 1, space.latentSize());
    int y = Ranges.check("--dimensions", dimensions[1], 1, space.latentSize());
    return new LatentGrid(side, x - 1, y - 1);
  }
}
