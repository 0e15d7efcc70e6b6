package latentlab.data.folder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.DatasetSplit;
import latentlab.data.ImageSet;
import latentlab.data.image.PictureStack;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * Pictures in one folder for each class, named like the class: either directly, or in folders
 * {@code train} and, if there, {@code validation} and {@code test} which hold the folders of the
 * classes. A folder {@code train} that itself holds pictures is a class of that name. Classes and
 * pictures are in the order of their names; hidden files and those that are no pictures by their
 * name are left out.
 *
 * @param path where the folders are
 */
record ClassFolders(Path path) {

  private static final String TRAIN = "train";
  private static final String VALIDATION = "validation";
  private static final String TEST = "test";

  /** As many as labels of one byte can tell apart. */
  private static final int MOST_CLASSES = 256;

  private static final Comparator<Path> BY_NAME = Comparator.comparing(ClassFolders::name);

  /** Whether there is at least one picture where it would be expected. Opens no file. */
  boolean holdPictures() {
    Path classes = hasParts() ? path.resolve(TRAIN) : path;
    return Files.isReadable(classes)
        && folders(classes).stream().anyMatch(ClassFolders::hasPicture);
  }

  /**
   * Reads all pictures.
   *
   * @param name the name of the data set
   * @param seed decides what is held out where a part is not there
   * @param progress is told of the pictures read
   * @param cancellation is asked at every picture
   * @throws InvalidInputException if a picture is damaged or of another size than the first, a
   *     class has no pictures, there are more than 256 classes, or the parts do not fit together
   * @throws OperationFailedException if a folder cannot be listed
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    boolean parts = hasParts();
    if (parts) {
      requireOnlyParts();
    }
    List<String> classNames = classNames(parts ? path.resolve(TRAIN) : path);
    List<Labelled> train = pictures(parts ? path.resolve(TRAIN) : path, classNames);
    List<Labelled> validation = parts ? part(VALIDATION, classNames) : List.of();
    List<Labelled> test = parts ? part(TEST, classNames) : List.of();
    List<Labelled> all = Stream.of(train, validation, test).flatMap(List::stream).toList();
    ImageSet images = read(all, "reading " + name, progress, cancellation);
    return DatasetSplit.split(
        name,
        range(images, 0, train.size()).orElseThrow(),
        range(images, train.size(), validation.size()),
        range(images, train.size() + validation.size(), test.size()),
        classNames,
        seed);
  }

  private static ImageSet read(
      List<Labelled> pictures, String what, Progress progress, Cancellation cancellation) {
    PictureStack stack = new PictureStack(pictures.size());
    byte[] labels = new byte[pictures.size()];
    for (int i = 0; i < labels.length; i++) {
      cancellation.throwIfRequested();
      stack.add(pictures.get(i).file());
      labels[i] = (byte) pictures.get(i).label();
      progress.report(i + 1, labels.length, what);
    }
    return stack.images(labels);
  }

  private static Optional<ImageSet> range(ImageSet images, int start, int count) {
    if (count == images.size()) {
      return Optional.of(images);
    }
    return count == 0
        ? Optional.empty()
        : Optional.of(images.select(IntStream.range(start, start + count).toArray()));
  }

  private boolean hasParts() {
    Path train = path.resolve(TRAIN);
    return isFolder(train)
        && Files.isReadable(train)
        && !hasPicture(train)
        && !folders(train).isEmpty();
  }

  private void requireOnlyParts() {
    for (Path folder : folders(path)) {
      if (!List.of(TRAIN, VALIDATION, TEST).contains(name(folder))) {
        throw new InvalidInputException(
            folder + ": is beside train; expected only the folders train, validation and test");
      }
    }
  }

  private static List<String> classNames(Path parent) {
    List<String> names = folders(parent).stream().map(ClassFolders::name).toList();
    if (names.size() > MOST_CLASSES) {
      throw new InvalidInputException(
          String.format(
              "%s: holds %d folders of classes; expected at most %d",
              parent, names.size(), MOST_CLASSES));
    }
    return names;
  }

  private List<Labelled> part(String part, List<String> classNames) {
    Path parent = path.resolve(part);
    if (!isFolder(parent)) {
      return List.of();
    }
    List<Labelled> pictures = pictures(parent, classNames);
    if (pictures.isEmpty()) {
      throw new InvalidInputException(
          parent + ": holds no folders of pictures; expected one for each class, as in train");
    }
    return pictures;
  }

  private static List<Labelled> pictures(Path parent, List<String> classNames) {
    List<Labelled> pictures = new ArrayList<>();
    for (Path folder : folders(parent)) {
      int label = classNames.indexOf(name(folder));
      if (label < 0) {
        throw new InvalidInputException(
            folder + ": is no class of train; expected folders of the same names as there");
      }
      List<Path> files = children(folder, ClassFolders::isPicture);
      if (files.isEmpty()) {
        throw new InvalidInputException(
            folder + ": holds no pictures; expected files that end in .png, .jpg, .gif or .bmp");
      }
      files.forEach(file -> pictures.add(new Labelled(file, label)));
    }
    return pictures;
  }

  private static List<Path> folders(Path parent) {
    return children(parent, ClassFolders::isFolder);
  }

  private static List<Path> children(Path parent, Predicate<Path> wanted) {
    try (Stream<Path> paths = Files.list(parent)) {
      return paths.filter(wanted).sorted(BY_NAME).toList();
    } catch (IOException e) {
      throw unlisted(parent, e);
    }
  }

  private static boolean hasPicture(Path folder) {
    if (!Files.isReadable(folder)) {
      return false;
    }
    try (Stream<Path> paths = Files.list(folder)) {
      return paths.anyMatch(ClassFolders::isPicture);
    } catch (IOException e) {
      throw unlisted(folder, e);
    }
  }

  private static OperationFailedException unlisted(Path folder, IOException cause) {
    return new OperationFailedException(
        folder + ": cannot be listed: " + cause.getMessage(), cause);
  }

  private static boolean isPicture(Path file) {
    return PictureStack.takes(file) && !isHidden(file) && !Files.isDirectory(file);
  }

  private static boolean isFolder(Path file) {
    return Files.isDirectory(file) && !isHidden(file);
  }

  private static boolean isHidden(Path file) {
    try {
      return name(file).startsWith(".") || Files.isHidden(file);
    } catch (IOException e) {
      return false;
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** A picture and the number of its class. */
  private record Labelled(Path file, int label) {}
}
