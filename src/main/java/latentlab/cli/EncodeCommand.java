package latentlab.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import latentlab.data.ImageBatch;
import latentlab.models.ClassCodes;
import latentlab.models.ClassConditional;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.InversionSettings;
import latentlab.models.Inverter;
import latentlab.models.LatentCodes;
import latentlab.models.storage.CodesFile;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the latent codes of images; a model without an encoder searches for them. */
@Command(name = "encode", description = "Write the points of the latent space that images have.")
final class EncodeCommand extends LabCommand {

  @Mixin private final ModelOption modelOption = new ModelOption();
  @Mixin private final InputOptions inputOptions = new InputOptions();

  @Option(
      names = "--out",
      paramLabel = "FILE",
      required = true,
      description = "A .npy file [n, latent] of float32, a .csv or a .json file.")
  private String out = "";

  EncodeCommand(CommandContext context) {
    super(context);
  }

  @Override
  protected void run(WorkDisplay display) {
    inputOptions.check();
    Path file =
        Paths.writableFile("--out", Paths.parse("--out", out), List.of(".npy", ".csv", ".json"));
    StoredModel stored = modelOption.read(context());
    ImageBatch images = inputOptions.read(context(), stored.card(), Integer.MAX_VALUE, display);
    loadEngine(display);
    LatentCodes codes;
    try (GenerativeModel model = stored.open(context().families())) {
      inputOptions.checkClasses(model, images);
      codes =
          model instanceof Inverter inverter && !(model instanceof Encoder)
              ? search(inverter, images, display)
              : encode(encoding(model), images, display);
    }
    CodesFile.write(file, codes);
    println(
        common.json()
            ? new JsonLine()
                .with("out", file.toString())
                .with("images", codes.count())
                .with("latent", codes.size())
            : codes.count() + " codes of " + codes.size() + " dimensions are in " + file);
  }

  /** A model that is told the class encodes each image as one of its own. */
  private static Function<ImageBatch, LatentCodes> encoding(GenerativeModel model) {
    if (model instanceof ClassConditional conditional && !(model instanceof Encoder)) {
      return images -> ClassCodes.encode(conditional, images);
    }
    return Capability.require(model, Encoder.class, "encode images")::encode;
  }

  /** All images at once: the search goes on in parts of its own, and tells of its steps. */
  private LatentCodes search(Inverter model, ImageBatch images, WorkDisplay display) {
    return model.invert(
        images, InversionSettings.DEFAULT, common.seed(), display, context().cancellation());
  }

  private LatentCodes encode(
      Function<ImageBatch, LatentCodes> encoding, ImageBatch images, WorkDisplay display) {
    List<LatentCodes> parts = new ArrayList<>();
    int done = 0;
    for (int part = 0; part < ImageParts.count(images); part++) {
      context().cancellation().throwIfRequested();
      LatentCodes codes = encoding.apply(ImageParts.part(images, part));
      parts.add(codes);
      done += codes.count();
      display.report(done, images.count(), "encoding");
    }
    return joined(parts, images.count());
  }

  private static LatentCodes joined(List<LatentCodes> parts, int count) {
    int size = parts.get(0).size();
    float[] values = new float[Math.multiplyExact(count, size)];
    int offset = 0;
    for (LatentCodes part : parts) {
      System.arraycopy(part.values(), 0, values, offset, part.values().length);
      offset += part.values().length;
    }
    return new LatentCodes(count, size, values);
  }
}
