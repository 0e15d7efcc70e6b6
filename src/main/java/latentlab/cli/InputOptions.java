package latentlab.cli;

import java.nio.file.Path;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.failure.InvalidInputException;
import latentlab.models.storage.ModelCard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options that choose images to pass through a model: a file, or the test part of a data set. */
final class InputOptions {

  @Mixin private final DataOptions dataOptions = new DataOptions();

  @Option(
      names = "--in",
      paramLabel = "FILE",
      description = "Images as .npy [n, height, width, channels], 0 to 1, or as a .png grid.")
  private @Nullable String in;

  @Option(
      names = "--count",
      paramLabel = "N",
      description = "How many of the images, from the first on.")
  private @Nullable Integer count;

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws InvalidInputException if the options contradict each other, or a file is missing
   */
  void check() {
    if (count != null) {
      Ranges.check("--count", count, 1, Integer.MAX_VALUE);
    }
    if (in != null) {
      if (dataOptions.isGiven()) {
        throw new InvalidInputException("--in cannot be used with --dataset or --data-dir");
      }
      Paths.readableFile("--in", Paths.parse("--in", in));
    }
  }

  /**
   * Reads the images.
   *
   * @param context where data sets are found
   * @param card the model they are for
   * @param defaultCount how many to take where {@code --count} was not given; less if there are
   *     less
   * @param display where the loading is shown
   * @return at least one image of the model's size
   * @throws InvalidInputException if they have another size, or are fewer than asked for
   */
  ImageBatch read(CommandContext context, ModelCard card, int defaultCount, WorkDisplay display) {
    ImageShape shape = card.images().shape();
    if (in != null) {
      Path file = Paths.parse("--in", in);
      ImageBatch images = ImageFile.read(file, shape);
      int taken = taken(images.count(), defaultCount, file.toString());
      return images.count() == taken ? images : ImageParts.firstOf(images, taken);
    }
    Dataset dataset = dataOptions.loadFor(card, context, display);
    int taken = taken(dataset.test().size(), defaultCount, "the test part of " + dataset.name());
    return ImageParts.first(dataset.test(), taken);
  }

  private int taken(int available, int defaultCount, String source) {
    if (count != null && count > available) {
      throw new InvalidInputException(
          "--count " + count + " is more than the " + available + " images of " + source);
    }
    return count != null ? count : Math.min(defaultCount, available);
  }
}
