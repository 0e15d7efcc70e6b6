package latentlab.ui.window;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import latentlab.failure.OperationFailedException;
import latentlab.storage.AtomicFile;
import latentlab.ui.text.Language;

/**
 * The file in which the window remembers itself. A file that is absent, broken or out of reach is
 * the same as none: the window matters more than its memory.
 */
public final class WindowStateFile {

  /** Far more than the few lines that are ever written. */
  private static final long MOST_BYTES = 16_384;

  private final Path file;

  /**
   * Names the file without touching it.
   *
   * @param file a properties file
   */
  public WindowStateFile(Path file) {
    this.file = file;
  }

  /**
   * What was remembered.
   *
   * @return the state last written, or {@link WindowState#INITIAL}
   */
  public WindowState read() {
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
        return WindowState.INITIAL;
      }
      Properties values = new Properties();
      values.load(new StringReader(Files.readString(file, StandardCharsets.UTF_8)));
      return new WindowState(
          place(values),
          Boolean.parseBoolean(values.getProperty("maximized")),
          theme(values),
          values.getProperty("tab", ""),
          Optional.ofNullable(values.getProperty("language")).map(WindowStateFile::language),
          Boolean.parseBoolean(values.getProperty("introduced")),
          Boolean.parseBoolean(values.getProperty("pins")));
    } catch (IOException | IllegalArgumentException broken) {
      return WindowState.INITIAL;
    }
  }

  /**
   * Remembers a state.
   *
   * @param state what to write
   * @return whether it could be written
   */
  public boolean write(WindowState state) {
    StringBuilder text = new StringBuilder();
    state
        .place()
        .ifPresent(
            place ->
                text.append("x=")
                    .append(place.x())
                    .append('\n')
                    .append("y=")
                    .append(place.y())
                    .append('\n')
                    .append("width=")
                    .append(place.width())
                    .append('\n')
                    .append("height=")
                    .append(place.height())
                    .append('\n'));
    text.append("maximized=").append(state.maximized()).append('\n');
    text.append("theme=").append(state.theme().name().toLowerCase(Locale.ROOT)).append('\n');
    text.append("tab=").append(state.tab()).append('\n');
    state
        .language()
        .ifPresent(
            language ->
                text.append("language=")
                    .append(language.name().toLowerCase(Locale.ROOT))
                    .append('\n'));
    text.append("introduced=").append(state.introduced()).append('\n');
    text.append("pins=").append(state.pinsShown()).append('\n');
    byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
    try {
      AtomicFile.write(file, out -> out.write(bytes));
      return true;
    } catch (OperationFailedException unwritable) {
      return false;
    }
  }

  private static Optional<WindowState.Place> place(Properties values) {
    if (values.getProperty("x") == null) {
      return Optional.empty();
    }
    return Optional.of(
        new WindowState.Place(
            number(values, "x"),
            number(values, "y"),
            number(values, "width"),
            number(values, "height")));
  }

  private static double number(Properties values, String key) {
    return Double.parseDouble(values.getProperty(key, "NaN"));
  }

  private static Language language(String name) {
    return Language.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static Theme theme(Properties values) {
    return Theme.valueOf(values.getProperty("theme", "light").toUpperCase(Locale.ROOT));
  }
}
