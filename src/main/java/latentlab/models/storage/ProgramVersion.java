package latentlab.models.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this program, as the build wrote it into the class path. */
public final class ProgramVersion {

  private static final String RESOURCE = "/latentlab/version.properties";

  private ProgramVersion() {}

  /**
   * The version.
   *
   * @return such as 0.1.0
   * @throws IllegalStateException if the program was built without its version
   */
  public static String current() {
    try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", "unknown");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
