package latentlab.storage;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** Says in plain words why a file could not be read or written. */
public final class IoReason {

  private IoReason() {}

  /**
   * The reason without the path, which Java's messages put in its place.
   *
   * @param failure what the file system threw
   * @return a few words, such as "permission denied" or "No space left on device"
   */
  public static String of(IOException failure) {
    if (failure instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (failure instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (failure instanceof FileAlreadyExistsException) {
      return "a file of that name is in the way";
    }
    if (failure instanceof NotDirectoryException) {
      return "not a folder";
    }
    if (failure instanceof DirectoryNotEmptyException) {
      return "a folder that is not empty is in the way";
    }
    if (failure instanceof FileSystemLoopException) {
      return "links that lead in a circle";
    }
    String reason =
        failure instanceof FileSystemException refused ? refused.getReason() : failure.getMessage();
    return reason == null || reason.isBlank() ? failure.getClass().getSimpleName() : reason;
  }
}
