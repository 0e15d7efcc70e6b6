package latentlab.storage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import latentlab.failure.OperationFailedException;

/**
 * Writes files of which either the old content or the whole new content exists at any moment: the
 * new one is written beside, put on the disk, and moved into place. Stateless; any thread may use
 * it.
 */
public final class AtomicFile {

  private AtomicFile() {}

  /**
   * Writes or replaces one file. Missing folders above it are made; a symbolic link is followed.
   *
   * @param target the file
   * @param content what it is to hold
   * @throws OperationFailedException if the disk is full, the folder cannot be written, the target
   *     is a folder, or the content throws an {@link IOException}; the target is then as it was and
   *     nothing is left beside it. What else the content throws is passed on, with the same effect.
   */
  public static void write(Path target, FileContent content) {
    if (Files.isDirectory(target)) {
      throw new OperationFailedException(
          "cannot write " + target + ": it is a folder; expected the name of a file");
    }
    try {
      Path file = PartPath.resolve(target);
      Files.createDirectories(PartPath.folderOf(file));
      PartPath.removeAbandoned(file);
      writeBeside(file, content);
    } catch (IOException e) {
      throw new OperationFailedException("cannot write " + target + ": " + IoReason.of(e), e);
    }
  }

  private static void writeBeside(Path file, FileContent content) throws IOException {
    Path part = PartPath.beside(file);
    try {
      PartPath.writeFile(part, content);
      PartPath.move(part, file);
    } catch (IOException | RuntimeException | Error e) {
      PartPath.removeQuietly(part, e);
      throw e;
    }
  }
}
