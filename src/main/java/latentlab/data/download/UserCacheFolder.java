package latentlab.data.download;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Where this program keeps, for one user, what it can fetch again. */
public final class UserCacheFolder {

  private static final String PROGRAM = "latent-lab";

  private UserCacheFolder() {}

  /**
   * The folder on this machine, by the custom of its system: {@code $XDG_CACHE_HOME/latent-lab} or
   * {@code ~/.cache/latent-lab}, on macOS {@code ~/Library/Caches/latent-lab}, on Windows {@code
   * %LOCALAPPDATA%\latent-lab}.
   *
   * @return the folder, which need not exist
   */
  public static Path ofThisMachine() {
    return of(
        System.getProperty("os.name", ""),
        System.getenv(),
        Path.of(System.getProperty("user.home", "")));
  }

  static Path of(String system, Map<String, String> environment, Path home) {
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("windows")) {
      return absolute(environment.getOrDefault("LOCALAPPDATA", ""))
          .orElse(home.resolve("AppData").resolve("Local"))
          .resolve(PROGRAM);
    }
    if (name.startsWith("mac")) {
      return home.resolve("Library").resolve("Caches").resolve(PROGRAM);
    }
    return absolute(environment.getOrDefault("XDG_CACHE_HOME", ""))
        .orElse(home.resolve(".cache"))
        .resolve(PROGRAM);
  }

  /** The XDG base directory specification has relative paths ignored. */
  private static Optional<Path> absolute(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty()).map(Path::of).filter(Path::isAbsolute);
  }
}
