package latentlab.ui;

import java.nio.file.Path;
import java.util.Optional;
import latentlab.data.catalog.DatasetCatalog;
import latentlab.models.storage.ProgramVersion;
import latentlab.random.Seed;

/**
 * How the window begins. Immutable.
 *
 * @param modelFolder the model to explore first, or empty for the one that comes with the program
 * @param dataset the data set that is chosen first
 * @param dataFolder a folder that holds the files of one more data set
 * @param modelsRoot the folder with the models that come with the program
 * @param seed the seed that is filled in first
 * @param programVersion is written into the models that are saved
 */
public record UiOptions(
    Optional<Path> modelFolder,
    Optional<String> dataset,
    Optional<Path> dataFolder,
    Path modelsRoot,
    Seed seed,
    String programVersion) {

  /** The system property that names the folder of the installed program. */
  public static final String HOME_PROPERTY = "latentlab.home";

  private static final long DEFAULT_SEED = 1;

  /**
   * What a start without options means.
   *
   * @return the bundled model and the embedded data
   */
  public static UiOptions defaults() {
    Path home = Path.of(System.getProperty(HOME_PROPERTY, ""));
    return new UiOptions(
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        home.resolve("models"),
        new Seed(DEFAULT_SEED),
        ProgramVersion.current());
  }

  /**
   * The data set to begin with.
   *
   * @return the one that was asked for, else that of the data folder, else the embedded one
   */
  public String firstDataset() {
    return dataset
        .or(() -> dataFolder.map(folder -> String.valueOf(folder.getFileName())))
        .orElse(DatasetCatalog.SYNTHETIC);
  }
}
