package latentlab.data.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.data.Dataset;
import latentlab.data.ImageSet;
import latentlab.data.download.MnistDownload;
import latentlab.data.download.UserCacheFolder;
import latentlab.data.folder.DatasetFolder;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.data.view.DatasetSelection;
import latentlab.data.view.DatasetView;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;

/**
 * The data sets that can be had on this machine, by name: the embedded {@code synthetic}, each
 * folder in the data root, and {@code mnist} out of the user's cache once it was downloaded. The
 * folders are looked at anew for each question. Any thread may ask; loading and downloading take
 * long and belong on a background thread.
 */
public final class DatasetCatalog {

  /** The name of the embedded default. */
  public static final String SYNTHETIC = "synthetic";

  /** The name of the data set that can be downloaded. */
  public static final String MNIST = "mnist";

  /** The environment variable that names the folder of folders. */
  public static final String ROOT_VARIABLE = "LATENT_LAB_DATA";

  private final Optional<Path> dataRoot;
  private final MnistDownload download;
  private final SyntheticDataset synthetic;

  /**
   * A catalogue of two places and the embedded default.
   *
   * @param dataRoot a folder of folders, each of one data set; need not exist
   * @param cacheFolder where downloads are kept; is made when something is downloaded
   */
  public DatasetCatalog(Optional<Path> dataRoot, Path cacheFolder) {
    this(
        dataRoot,
        new MnistDownload(cacheFolder.resolve(MNIST)),
        new SyntheticDigits(SyntheticDataset.DRAWING_SEED)::images);
  }

  DatasetCatalog(Optional<Path> dataRoot, MnistDownload download, SyntheticSource source) {
    this.dataRoot = dataRoot;
    this.download = download;
    this.synthetic = new SyntheticDataset(source, Runtime.getRuntime().availableProcessors());
  }

  /**
   * The catalogue of this process: the data root is what {@value #ROOT_VARIABLE} names, the cache
   * is the user's.
   *
   * @return a new catalogue
   * @throws InvalidInputException if the variable is set to what can be no path
   */
  public static DatasetCatalog ofEnvironment() {
    Optional<Path> root =
        Optional.ofNullable(System.getenv(ROOT_VARIABLE))
            .filter(value -> !value.isBlank())
            .map(DatasetCatalog::rootPath);
    return new DatasetCatalog(root, UserCacheFolder.ofThisMachine());
  }

  /**
   * The test part of the synthetic data, without drawing the others; takes about as long as its
   * share of the whole.
   *
   * @return what {@link #load} gives as the test part of {@value #SYNTHETIC}
   */
  public static ImageSet syntheticTestImages() {
    return new SyntheticDigits(SyntheticDataset.DRAWING_SEED)
        .images(SyntheticDataset.TRAIN_COUNT, SyntheticDataset.TEST_COUNT);
  }

  private static Path rootPath(String value) {
    try {
      return Path.of(value);
    } catch (InvalidPathException e) {
      throw new InvalidInputException(
          ROOT_VARIABLE + ": is " + value + "; expected the path of a folder", e);
    }
  }

  /**
   * What there is, without reading a file.
   *
   * @return the embedded default first, then the folders by name; MNIST is always among them
   * @throws OperationFailedException if the data root cannot be listed
   */
  public List<DatasetListing> list() {
    List<DatasetListing> listings = new ArrayList<>();
    listings.add(new DatasetListing(SYNTHETIC, "drawn by the program", true));
    Map<String, String> origins = new TreeMap<>();
    folders().forEach((name, folder) -> origins.put(name, folder.path().toString()));
    origins.forEach((name, origin) -> listings.add(new DatasetListing(name, origin, true)));
    if (!origins.containsKey(MNIST)) {
      listings.add(new DatasetListing(MNIST, "can be downloaded (12 MB)", false));
    }
    return listings;
  }

  /**
   * Loads a data set by name.
   *
   * @param name one of those listed, or what is taken out of one, such as {@code
   *     mnist-by-thickness} (see {@link DatasetSelection#nameIn})
   * @param seed decides what is held out for validation (and for the test, where there is no test
   *     part): a model must be measured with the seed it was trained with
   * @param progress is told of the images drawn or the bytes read
   * @param cancellation is asked several times a second
   * @return the data set
   * @throws InvalidInputException if there is none of that name, or its files are damaged
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Dataset load(String name, Seed seed, Progress progress, Cancellation cancellation) {
    return loadView(name, seed, progress, cancellation).dataset();
  }

  /**
   * As {@link #load}, with the classes that the images have in the data set that they are taken out
   * of.
   *
   * @param name as for {@link #load}
   * @param seed as for {@link #load}
   * @param progress is told of the images drawn or the bytes read
   * @param cancellation is asked several times a second
   * @return the data set and its original
   * @throws InvalidInputException if there is none of that name, its files are damaged, or that
   *     cannot be taken out of it
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public DatasetView loadView(
      String name, Seed seed, Progress progress, Cancellation cancellation) {
    if (name.equals(SYNTHETIC)) {
      return DatasetView.of(synthetic.load(SYNTHETIC, seed, progress, cancellation));
    }
    DatasetFolder folder = folders().get(name);
    if (folder != null) {
      return DatasetView.of(folder.load(seed, progress, cancellation));
    }
    DatasetSelection.Named parts = DatasetSelection.parse(name);
    if (parts.dataset().equals(name)) {
      throw refusal(name);
    }
    return parts.selection().of(load(parts.dataset(), seed, progress, cancellation));
  }

  /**
   * Loads the data set whose files lie in a folder.
   *
   * @param folder holds {@code train-images-idx3-ubyte[.gz]} and its companions, or a folder of
   *     pictures for each class (see {@link DatasetFolder})
   * @param seed decides what is held out, as in {@link #load}
   * @param progress is told of the bytes or the pictures read
   * @param cancellation is asked several times a second
   * @return the data set, named like the folder
   * @throws InvalidInputException if a file is missing or damaged
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public Dataset loadFolder(Path folder, Seed seed, Progress progress, Cancellation cancellation) {
    return new DatasetFolder(folder).load(seed, progress, cancellation);
  }

  /**
   * Downloads MNIST into the cache, from which it can then be loaded. What was downloaded before is
   * kept.
   *
   * @param progress is told of the bytes received
   * @param cancellation is asked several times a second; what came so far is kept for the next time
   * @throws OperationFailedException if no mirror can be reached, or the disk is full
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public void downloadMnist(Progress progress, Cancellation cancellation) {
    download.run(progress, cancellation);
  }

  /** Those that can be loaded, by name; a folder in the data root comes before the cache. */
  private Map<String, DatasetFolder> folders() {
    Map<String, DatasetFolder> folders = new TreeMap<>();
    if (download.isComplete()) {
      folders.put(MNIST, new DatasetFolder(download.folder()));
    }
    for (Path path : subFolders()) {
      DatasetFolder folder = new DatasetFolder(path);
      if (folder.holdsDataset() && !folder.name().equals(SYNTHETIC)) {
        folders.put(folder.name(), folder);
      }
    }
    return folders;
  }

  private List<Path> subFolders() {
    if (dataRoot.isEmpty() || !Files.isDirectory(dataRoot.get())) {
      return List.of();
    }
    try (Stream<Path> paths = Files.list(dataRoot.get())) {
      return paths.filter(Files::isDirectory).toList();
    } catch (IOException e) {
      throw new OperationFailedException(
          dataRoot.get() + ": cannot be listed: " + e.getMessage(), e);
    }
  }

  private InvalidInputException refusal(String name) {
    if (name.equals(MNIST)) {
      return new InvalidInputException(
          String.format(
              "data set mnist is not on this machine; expected it in %s (where it can be downloaded"
                  + " to) or in the folder that %s names",
              download.folder(), ROOT_VARIABLE));
    }
    String names =
        list().stream()
            .filter(DatasetListing::present)
            .map(DatasetListing::name)
            .collect(Collectors.joining(", "));
    String root =
        dataRoot
            .filter(path -> !Files.isDirectory(path))
            .map(path -> " (" + ROOT_VARIABLE + " names " + path + ", which is no folder)")
            .orElse("");
    return new InvalidInputException(
        "data set " + name + ": is not known" + root + "; expected one of " + names);
  }

  /**
   * One line of the catalogue.
   *
   * @param name what to load it by
   * @param origin where it is, or how it can be had
   * @param present whether it can be loaded now; if not, it can be downloaded
   */
  public record DatasetListing(String name, String origin, boolean present) {}
}
