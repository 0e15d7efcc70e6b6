package latentlab.cli;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.data.image.ImageFile;
import latentlab.failure.InvalidInputException;
import latentlab.models.ClassConditional;
import latentlab.models.GenerativeModel;
import latentlab.models.origin.ImageOrigin;
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

  @Option(
      names = "--index",
      paramLabel = "I",
      description = "One image alone, counted from 0, instead of --count.")
  private @Nullable Integer index;

  @Option(
      names = "--from-class",
      paramLabel = "K",
      description = {
        "The class that the images have, by name or number from 0; several joined by commas take",
        "turns. For models that are told the class; default: the labels of the data set."
      })
  private @Nullable String fromClass;

  /** Where the images that were read came from. */
  private String source = "";

  /**
   * Checks what can be checked before anything is read.
   *
   * @throws InvalidInputException if the options contradict each other, or a file is missing
   */
  void check() {
    if (count != null) {
      Ranges.check("--count", count, 1, Integer.MAX_VALUE);
    }
    if (index != null) {
      Ranges.check("--index", index, 0, Integer.MAX_VALUE);
      if (count != null) {
        throw new InvalidInputException("--index and --count cannot be used together");
      }
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
   * @return at least one image of the model's size, with the labels of the data set or those asked
   *     for
   * @throws InvalidInputException if they have another size, are fewer than asked for, or there is
   *     no class as asked for
   */
  ImageBatch read(CommandContext context, ModelCard card, int defaultCount, WorkDisplay display) {
    ImageBatch images = chosen(context, card, defaultCount, display);
    if (fromClass == null) {
      return images;
    }
    ModelClasses classes = new ModelClasses(card.images().classNames());
    int[] turns = classes.labels("--from-class", fromClass);
    int[] labels = new int[images.count()];
    Arrays.setAll(labels, i -> turns[i % turns.length]);
    return new ImageBatch(images.shape(), images.count(), images.pixels(), labels);
  }

  /**
   * As {@link #read}, without the images of one class: of a data set with the model's classes only
   * those with another label are counted and taken.
   *
   * @param label the class to leave out
   * @param context where data sets are found
   * @param card the model they are for
   * @param defaultCount how many to take where {@code --count} was not given; less if there are
   *     less
   * @param display where the loading is shown
   * @return as {@link #read}
   * @throws InvalidInputException as {@link #read}
   */
  ImageBatch readWithout(
      int label, CommandContext context, ModelCard card, int defaultCount, WorkDisplay display) {
    if (in != null || fromClass != null) {
      return read(context, card, defaultCount, display);
    }
    Dataset dataset = dataOptions.loadFor(card, context, display);
    ImageSet test = dataset.test();
    if (dataset.classNames().equals(card.images().classNames())) {
      test =
          test.select(
              IntStream.range(0, test.size())
                  .filter(i -> dataset.test().label(i) != label)
                  .toArray());
    }
    return chosen(test, dataset.name(), defaultCount);
  }

  /**
   * Checks that the class of the images is known where it matters, and not asked for where it does
   * not.
   *
   * @param model what the images are for
   * @param images what {@link #read} gave
   * @throws InvalidInputException if a class was given that the model does not take, or is missing
   */
  void checkClasses(GenerativeModel model, ImageBatch images) {
    boolean conditional = model instanceof ClassConditional;
    if (fromClass != null && !conditional) {
      throw new InvalidInputException(
          "--from-class: this model is not told the class of an image; leave the option out");
    }
    if (conditional && images.labels().length == 0) {
      throw new InvalidInputException(
          "this model is told the class of each image, and these have no labels; name it by"
              + " --from-class ("
              + new ModelClasses(model.images().classNames()).list()
              + ")");
    }
  }

  /**
   * Tells which images these options choose.
   *
   * @param origin what is known already
   * @param images what {@link #read} gave
   * @return the origin with the input and the labels of the images
   */
  ImageOrigin describe(ImageOrigin origin, ImageBatch images) {
    String which = index != null ? "number " + index : "the first " + images.count();
    ImageOrigin told = origin.with("input", which + " of " + source);
    return fromClass == null ? told : told.with("from-class", fromClass);
  }

  private ImageBatch chosen(
      CommandContext context, ModelCard card, int defaultCount, WorkDisplay display) {
    ImageShape shape = card.images().shape();
    if (in != null) {
      Path file = Paths.parse("--in", in);
      ImageBatch images = ImageFile.read(file, shape);
      int taken = taken(images.count(), defaultCount, file.toString());
      if (index != null) {
        return ImageBatch.unlabelled(shape, images.image(index));
      }
      return images.count() == taken ? images : ImageParts.firstOf(images, taken);
    }
    Dataset dataset = dataOptions.loadFor(card, context, display);
    return chosen(dataset.test(), dataset.name(), defaultCount);
  }

  private ImageBatch chosen(ImageSet test, String name, int defaultCount) {
    int taken = taken(test.size(), defaultCount, "the test part of " + name);
    return index != null ? test.batch(new int[] {index}) : ImageParts.first(test, taken);
  }

  private int taken(int available, int defaultCount, String from) {
    source = from;
    if (count != null && count > available) {
      throw new InvalidInputException(
          "--count " + count + " is more than the " + available + " images of " + from);
    }
    if (index != null && index >= available) {
      throw new InvalidInputException(
          "--index "
              + index
              + " is beyond the "
              + available
              + " images of "
              + from
              + ", which count from 0");
    }
    return count != null ? count : Math.min(defaultCount, available);
  }
}
