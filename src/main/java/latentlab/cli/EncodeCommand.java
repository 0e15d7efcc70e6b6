package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import latentlab.data.ImageBatch;
import latentlab.models.Encoder;
import latentlab.models.GenerativeModel;
import latentlab.models.LatentCodes;
import latentlab.models.storage.StoredModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes the latent codes of images. */
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
      codes = encode(Capability.require(model, Encoder.class, "encode images"), images, display);
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

  private LatentCodes encode(Encoder encoder, ImageBatch images, WorkDisplay display) {
    int size = encoder.latentSize();
    float[] values = new float[Math.multiplyExact(images.count(), size)];
    int done = 0;
    for (int part = 0; part < ImageParts.count(images); part++) {
      context().cancellation().throwIfRequested();
      LatentCodes codes = encoder.encode(ImageParts.part(images, part));
      System.arraycopy(codes.values(), 0, values, done * size, codes.values().length);
      done += codes.count();
      display.report(done, images.count(), "encoding");
    }
    return new LatentCodes(images.count(), size, values);
  }
}
