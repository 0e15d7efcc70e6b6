package latentlab.data.folder;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.DatasetSplit;
import latentlab.data.ImageSet;
import latentlab.data.idx.IdxFile;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * A folder that holds one data set, in one of two forms. Immutable; any thread may use it.
 *
 * <ul>
 *   <li>IDX files under the usual names: {@code train-images-idx3-ubyte} and, if there, {@code
 *       train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and {@code
 *       t10k-labels-idx1-ubyte}, each also with {@code .gz} at the end or a dot before {@code idx}.
 *       Of several forms of one file the plain one is read.
 *   <li>Where there are no IDX images to train on: pictures of equal size, in one folder for each
 *       class or in folders {@code train}, {@code validation} and {@code test} of such folders.
 * </ul>
 *
 * @param path where the files are
 */
public record DatasetFolder(Path path) {

  private static final String TRAIN = "train";
  private static final String TEST = "t10k";

  /**
   * Whether the folder holds at least images to train on. Reads no file.
   *
   * @return true if a file of the usual name is there, or a picture in the folder of a class
   */
  public boolean holdsDataset() {
    return imageFile(TRAIN).isPresent() || new ClassFolders(path).holdPictures();
  }

  /**
   * The name of the folder itself, which is that of the data set.
   *
   * @return its last part
   */
  public String name() {
    Path last = path.toAbsolutePath().normalize().getFileName();
    return last == null ? "data" : last.toString();
  }

  /**
   * Reads the data set.
   *
   * @param seed decides what is held out for validation and, without a test part, for the test
   * @param progress is told of the bytes read of each file of images, or of the pictures read
   * @param cancellation is asked at every mebibyte or picture
   * @return the data set, named like the folder
   * @throws InvalidInputException if a file is missing or damaged, or the files do not fit together
   * @throws latentlab.failure.OperationFailedException if a file or folder cannot be read
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Dataset load(Seed seed, Progress progress, Cancellation cancellation) {
    requireFolder();
    ClassFolders pictures = new ClassFolders(path);
    return imageFile(TRAIN).isEmpty() && pictures.holdPictures()
        ? pictures.load(name(), seed, progress, cancellation)
        : loadIdxFiles(seed, progress, cancellation);
  }

  private Dataset loadIdxFiles(Seed seed, Progress progress, Cancellation cancellation) {
    ImageSet train =
        loadPart(TRAIN, progress, cancellation)
            .orElseThrow(
                () ->
                    new InvalidInputException(
                        path
                            + ": holds no images to train on; expected train-images-idx3-ubyte"
                            + " or train-images-idx3-ubyte.gz, or a folder of pictures for each"
                            + " class"));
    Optional<ImageSet> test = loadPart(TEST, progress, cancellation);
    test.ifPresent(part -> requireSameShape(train, part));
    List<ImageSet> parts = Stream.concat(Stream.of(train), test.stream()).toList();
    return DatasetSplit.split(name(), train, test, ClassNames.of(name(), parts), seed);
  }

  private Optional<ImageSet> loadPart(String part, Progress progress, Cancellation cancellation) {
    Optional<Path> imageFile = imageFile(part);
    Optional<Path> labelFile = labelFile(part);
    if (imageFile.isEmpty()) {
      labelFile.ifPresent(this::refuseLabelsWithoutImages);
      return Optional.empty();
    }
    ImageSet images = IdxFile.readImages(imageFile.get(), progress, cancellation);
    return Optional.of(labelFile.map(file -> withLabels(images, file)).orElse(images));
  }

  private ImageSet withLabels(ImageSet images, Path file) {
    byte[] labels = IdxFile.readLabels(file);
    if (labels.length != images.size()) {
      throw new InvalidInputException(
          String.format(
              "%s: holds %d labels; expected %d, one for each image",
              file, labels.length, images.size()));
    }
    return images.labelled(labels);
  }

  private void refuseLabelsWithoutImages(Path labels) {
    throw new InvalidInputException(
        labels + ": has no images beside it; expected the file of images that it labels");
  }

  private void requireSameShape(ImageSet train, ImageSet test) {
    if (!train.shape().equals(test.shape())) {
      throw new InvalidInputException(
          String.format(
              "%s: test images are %s; expected %s as the images to train on",
              path, test.shape(), train.shape()));
    }
  }

  private void requireFolder() {
    if (!Files.isDirectory(path)) {
      String found = Files.exists(path) ? "is no folder" : "does not exist";
      throw new InvalidInputException(
          path
              + ": "
              + found
              + "; expected a folder with the IDX files or the pictures of one data"
              + " set");
    }
  }

  private Optional<Path> imageFile(String part) {
    return firstPresent(part + "-images", "idx3-ubyte", "idx4-ubyte");
  }

  private Optional<Path> labelFile(String part) {
    return firstPresent(part + "-labels", "idx1-ubyte");
  }

  private Optional<Path> firstPresent(String start, String... formats) {
    return Stream.of(formats)
        .flatMap(format -> Stream.of(start + "-" + format, start + "." + format))
        .flatMap(plain -> Stream.of(plain, plain + ".gz"))
        .map(path::resolve)
        .filter(Files::exists)
        .findFirst();
  }
}
