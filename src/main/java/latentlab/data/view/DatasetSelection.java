package latentlab.data.view;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import latentlab.data.Dataset;
import latentlab.data.Fingerprint;
import latentlab.data.ImageSet;
import latentlab.data.property.ImageProperty;
import latentlab.failure.InvalidInputException;

/**
 * What is taken out of a data set. Its name is put behind that of the data set: {@code
 * mnist-of-3,8} has these two classes, {@code mnist-by-thickness} the classes thin and thick.
 *
 * @param classes the numbers of the classes to keep, which get the labels 0, 1 and so on in this
 *     order; empty for all
 * @param property by which the images are split in two classes, the lower and the upper third of
 *     the training images, with the others left out; empty for no split
 */
public record DatasetSelection(List<Integer> classes, Optional<ImageProperty> property) {

  /** Everything as it is. */
  public static final DatasetSelection ALL = new DatasetSelection(List.of(), Optional.empty());

  private static final int MOST_CLASSES = 256;

  private static final Pattern DERIVED =
      Pattern.compile("(.+?)(?:-of-(\\d{1,3}(?:,\\d{1,3})*))?(?:-by-([a-z]+))?");

  /**
   * Checks the classes.
   *
   * @throws InvalidInputException if a class is named twice or cannot be one
   */
  public DatasetSelection {
    classes = List.copyOf(classes);
    if (classes.stream().distinct().count() < classes.size()) {
      throw new InvalidInputException(
          "the classes " + text(classes) + " name one twice; expected each once");
    }
    classes.forEach(DatasetSelection::checkRange);
  }

  private static void checkRange(int number) {
    if (number < 0 || number >= MOST_CLASSES) {
      throw new InvalidInputException(
          "there is no class " + number + "; expected a number from 0 to " + (MOST_CLASSES - 1));
    }
  }

  /**
   * Splits a name into that of a data set and what is taken out of it.
   *
   * @param name any name
   * @return the two; the whole name and {@link #ALL} if nothing known stands behind it
   */
  public static Named parse(String name) {
    Matcher matcher = DERIVED.matcher(name);
    if (!matcher.matches()) {
      return new Named(name, ALL);
    }
    Optional<String> by = Optional.ofNullable(matcher.group(3));
    Optional<ImageProperty> property = by.flatMap(ImageProperty::named);
    if (by.isPresent() && property.isEmpty()) {
      return new Named(name, ALL);
    }
    List<Integer> classes =
        Optional.ofNullable(matcher.group(2))
            .map(list -> Arrays.stream(list.split(",")).map(Integer::valueOf).toList())
            .orElse(List.of());
    return new Named(matcher.group(1), new DatasetSelection(classes, property));
  }

  /**
   * The name of what is taken out of a data set.
   *
   * @param dataset the name of the data set
   * @return the same if everything is taken
   */
  public String nameIn(String dataset) {
    return dataset
        + (classes.isEmpty() ? "" : "-of-" + text(classes))
        + property.map(by -> "-by-" + by.title()).orElse("");
  }

  /**
   * Takes it out.
   *
   * @param source the data set
   * @return a view of it
   * @throws InvalidInputException if the source has no such class, or too few images differ in the
   *     property
   */
  public DatasetView of(Dataset source) {
    if (equals(ALL)) {
      return DatasetView.of(source);
    }
    Dataset kept = classes.isEmpty() ? source : ofClasses(source);
    return property.map(by -> split(kept, by)).orElseGet(() -> renumbered(kept));
  }

  private DatasetView split(Dataset source, ImageProperty by) {
    PropertySplit split = PropertySplit.of(source, by);
    Dataset original = mapped(source, part -> part.select(split.chosen(part)));
    return new DatasetView(
        relabelled(original, split.classNames(), split::labels), original, property);
  }

  private DatasetView renumbered(Dataset kept) {
    byte[] numbers = new byte[MOST_CLASSES];
    IntStream.range(0, classes.size()).forEach(i -> numbers[classes.get(i)] = (byte) i);
    PartLabels labels =
        part -> {
          byte[] own = new byte[part.size()];
          IntStream.range(0, own.length).forEach(i -> own[i] = numbers[part.label(i)]);
          return own;
        };
    List<String> names = classes.stream().map(kept.classNames()::get).toList();
    return new DatasetView(relabelled(kept, names, labels), kept, property);
  }

  private Dataset ofClasses(Dataset source) {
    for (int number : classes) {
      if (number >= source.classNames().size()) {
        throw new InvalidInputException(
            source.classNames().isEmpty()
                ? "data set " + source.name() + " has no classes of which some could be taken"
                : String.format(
                    "data set %s has no class %d; expected numbers from 0 to %d",
                    source.name(), number, source.classNames().size() - 1));
      }
    }
    return mapped(
        source,
        part ->
            part.select(
                IntStream.range(0, part.size())
                    .filter(i -> classes.contains(part.label(i)))
                    .toArray()));
  }

  private static Dataset mapped(Dataset source, PartChange change) {
    return new Dataset(
        source.name(),
        requireImages(source, change.of(source.train())),
        requireImages(source, change.of(source.validation())),
        requireImages(source, change.of(source.test())),
        source.classNames(),
        source.fingerprint());
  }

  private static ImageSet requireImages(Dataset source, ImageSet part) {
    if (part.size() == 0) {
      throw new InvalidInputException(
          "data set "
              + source.name()
              + " has too few images: what is taken out of it leaves a part without any");
    }
    return part;
  }

  private Dataset relabelled(Dataset images, List<String> classNames, PartLabels labels) {
    String name = nameIn(images.name());
    return new Dataset(
        name,
        images.train().labelled(labels.of(images.train())),
        images.validation().labelled(labels.of(images.validation())),
        images.test().labelled(labels.of(images.test())),
        classNames,
        Fingerprint.derived(images.fingerprint(), name));
  }

  private static String text(List<Integer> numbers) {
    return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
  }

  /** Which images of a part are kept. */
  @FunctionalInterface
  private interface PartChange {
    ImageSet of(ImageSet part);
  }

  /** The new labels of a part. */
  @FunctionalInterface
  private interface PartLabels {
    byte[] of(ImageSet part);
  }

  /**
   * A name taken apart.
   *
   * @param dataset the name of the data set
   * @param selection what is taken out of it
   */
  public record Named(String dataset, DatasetSelection selection) {}
}
