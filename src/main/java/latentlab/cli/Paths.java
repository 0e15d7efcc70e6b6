package latentlab.cli;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latentlab.failure.InvalidInputException;

/** Checks the files and folders that options name, before any work starts. */
final class Paths {

  private Paths() {}

  /**
   * Reads a path.
   *
   * @param option the option's name, for the message
   * @param text what it was given
   * @return the path
   * @throws InvalidInputException if this machine knows no such paths
   */
  static Path parse(String option, String text) {
    try {
      return Path.of(text);
    } catch (InvalidPathException failure) {
      throw new InvalidInputException(option + " '" + text + "' is not a path", failure);
    }
  }

  /**
   * Checks that a file is there to be read.
   *
   * @param option the option's name, for the message
   * @param file the file
   * @return the same file
   * @throws InvalidInputException if it is missing, a folder, or not readable
   */
  static Path readableFile(String option, Path file) {
    if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
      throw new InvalidInputException(option + " '" + file + "' is not a file that can be read");
    }
    return file;
  }

  /**
   * Checks that a file can be written, without writing it.
   *
   * @param option the option's name, for the message
   * @param file the file; one that exists will be replaced
   * @param endings what its name may end in, such as {@code .png}
   * @return the same file
   * @throws InvalidInputException if the ending is another one, if it is a folder, or if it cannot
   *     be written there
   */
  static Path writableFile(String option, Path file, List<String> endings) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    if (endings.stream().noneMatch(name::endsWith)) {
      throw new InvalidInputException(
          option + " '" + file + "' must end in " + String.join(" or ", endings));
    }
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(option + " '" + file + "' is a folder, not a file");
    }
    Path parent = file.toAbsolutePath().getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      throw new InvalidInputException(
          option + " '" + file + "' lies in a folder that does not exist");
    }
    if (!Files.isWritable(parent) || (Files.exists(file) && !Files.isWritable(file))) {
      throw new InvalidInputException(option + " '" + file + "' cannot be written");
    }
    return file;
  }

  /**
   * Checks that a new folder can be made, without making it.
   *
   * @param option the option's name, for the message
   * @param folder the folder, which must not exist or be empty
   * @return the same folder
   * @throws InvalidInputException if it is a file, holds anything, or cannot be written there
   */
  static Path newFolder(String option, Path folder) {
    if (Files.exists(folder) && !isEmptyFolder(folder)) {
      throw new InvalidInputException(
          option + " '" + folder + "' exists and is not an empty folder; name a new one");
    }
    return creatableFolder(option, folder);
  }

  private static Path creatableFolder(String option, Path folder) {
    Path existing = folder.toAbsolutePath();
    while (existing != null && !Files.exists(existing)) {
      existing = existing.getParent();
    }
    if (existing == null || !Files.isDirectory(existing) || !Files.isWritable(existing)) {
      throw new InvalidInputException(
          option + " '" + folder + "' cannot be made: '" + existing + "' is no writable folder");
    }
    return folder;
  }

  private static boolean isEmptyFolder(Path folder) {
    String[] entries = folder.toFile().list();
    return entries != null && entries.length == 0;
  }
}
