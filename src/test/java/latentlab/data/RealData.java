package latentlab.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.data.catalog.DatasetCatalog;

/** Where the real data sets for tests are; a test that asks for one that is absent is skipped. */
public final class RealData {

  private RealData() {}

  /** The folder of a data set, such as {@code mnist}. */
  public static Path folder(String name) {
    String root = System.getenv(DatasetCatalog.ROOT_VARIABLE);
    Path folder = Path.of(root == null ? "../shared/data" : root).resolve(name);
    assumeTrue(
        Files.isDirectory(folder),
        () -> "SKIPPED: the real data set " + name + " is not at " + folder.toAbsolutePath());
    return folder;
  }
}
