package latentlab.ui.window;

import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import latentlab.failure.UserException;
import latentlab.storage.AtomicFile;
import latentlab.storage.TextFile;

/**
 * The file in which the window remembers where the user's models lie, a folder a line. A file that
 * is absent, broken or out of reach is the same as none. Any thread may call.
 */
public final class ModelFoldersFile {

  /** So that what was opened long ago does not fill the menus. */
  private static final int MOST_FOLDERS = 20;

  private static final int MOST_BYTES = 1 << 16;

  private final Path file;

  /**
   * Names the file without touching it.
   *
   * @param file a text file
   */
  public ModelFoldersFile(Path file) {
    this.file = file;
  }

  /**
   * The folders that were remembered.
   *
   * @return absolute and different, the oldest first, at most 20; they need not exist
   */
  public List<Path> read() {
    try {
      return latest(TextFile.read(file, MOST_BYTES).lines().flatMap(line -> folder(line).stream()));
    } catch (UserException absentOrBroken) {
      return List.of();
    }
  }

  /**
   * Remembers folders besides those that were remembered before.
   *
   * @param folders absolute, the oldest first; if there are none, nothing is written
   * @return whether they could be written
   */
  public boolean add(List<Path> folders) {
    if (folders.isEmpty()) {
      return true;
    }
    Stream<Path> before = read().stream().filter(folder -> !folders.contains(folder));
    String text =
        latest(Stream.concat(before, folders.stream())).stream()
            .map(folder -> folder + "\n")
            .collect(Collectors.joining());
    try {
      AtomicFile.write(file, out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
      return true;
    } catch (UserException unwritable) {
      return false;
    }
  }

  private static List<Path> latest(Stream<Path> folders) {
    List<Path> all = folders.filter(ModelFoldersFile::fitsALine).distinct().toList();
    return all.subList(Math.max(0, all.size() - MOST_FOLDERS), all.size());
  }

  private static Optional<Path> folder(String line) {
    try {
      return Optional.of(Path.of(line)).filter(Path::isAbsolute);
    } catch (InvalidPathException notAPath) {
      return Optional.empty();
    }
  }

  private static boolean fitsALine(Path folder) {
    return folder.toString().chars().noneMatch(Character::isISOControl);
  }
}
