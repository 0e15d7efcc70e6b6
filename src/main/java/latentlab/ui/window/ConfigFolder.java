package latentlab.ui.window;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** Where the settings of a user are kept, by the custom of his operating system. */
public final class ConfigFolder {

  /** The system property that names another folder. */
  public static final String PROPERTY = "latentlab.config";

  /** The environment variable that names another folder. */
  public static final String VARIABLE = "LATENT_LAB_CONFIG";

  private ConfigFolder() {}

  /**
   * The folder of this program.
   *
   * @param properties the system properties
   * @param environment the environment variables
   * @return a folder that may not exist yet
   */
  public static Path of(Properties properties, Map<String, String> environment) {
    return Optional.ofNullable(properties.getProperty(PROPERTY))
        .or(() -> Optional.ofNullable(environment.get(VARIABLE)))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .orElseGet(() -> customary(properties, environment));
  }

  private static Path customary(Properties properties, Map<String, String> environment) {
    Path home = Path.of(properties.getProperty("user.home", "."));
    String system = properties.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (system.startsWith("windows")) {
      return folder(environment, "APPDATA", home.resolve("AppData/Roaming")).resolve("Latent Lab");
    }
    if (system.startsWith("mac")) {
      return home.resolve("Library/Application Support/Latent Lab");
    }
    return folder(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("latent-lab");
  }

  private static Path folder(Map<String, String> environment, String variable, Path otherwise) {
    return Optional.ofNullable(environment.get(variable))
        .filter(name -> !name.isBlank())
        .map(Path::of)
        .orElse(otherwise);
  }
}
