package latentlab.storage;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/**
 * Unfinished files and folders beside the ones they will become, under a name that is hidden, tells
 * what it is, and is used by nobody else: {@code .NAME.PROCESS-THREAD-TIME.part}.
 */
final class PartPath {

  /** Nothing is written for so long without touching it: such a part was left by a crash. */
  private static final Duration ABANDONED = Duration.ofHours(1);

  private static final String SUFFIX = ".part";

  private PartPath() {}

  /** The path itself, or where it leads if it is a symbolic link, which a move would replace. */
  static Path resolve(Path target) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    return Files.isSymbolicLink(absolute) ? absolute.toRealPath() : absolute;
  }

  /** The folder of an absolute path; the root of a file system is its own. */
  static Path folderOf(Path absolute) {
    Path parent = absolute.getParent();
    return parent == null ? absolute : parent;
  }

  /** A free name beside a path. */
  static Path beside(Path target) {
    String owner = ProcessHandle.current().pid() + "-" + Thread.currentThread().getId();
    return target.resolveSibling(prefix(target) + owner + "-" + System.nanoTime() + SUFFIX);
  }

  /** Removes what crashed writers of the same target left; whatever resists stays. */
  static void removeAbandoned(Path target) {
    String prefix = prefix(target);
    try (DirectoryStream<Path> parts =
        Files.newDirectoryStream(
            folderOf(target), path -> isPart(path.getFileName().toString(), prefix))) {
      for (Path part : parts) {
        if (isAbandoned(part)) {
          remove(part);
        }
      }
    } catch (IOException e) {
      // Tidying up is not worth failing for; the write that follows tells what is wrong.
      return;
    }
  }

  /** Whether there is such a path and nobody has touched it for an hour. */
  static boolean isAbandoned(Path path) {
    try {
      return Files.getLastModifiedTime(path).toInstant().isBefore(Instant.now().minus(ABANDONED));
    } catch (IOException e) {
      return false;
    }
  }

  /** Makes a path look new, where that is allowed: on a shared disk only its owner may. */
  static void touch(Path path) {
    try {
      Files.setLastModifiedTime(path, FileTime.from(Instant.now()));
    } catch (IOException e) {
      return;
    }
  }

  /** Removes a file, or a folder of files; a folder inside the folder is never touched. */
  static void remove(Path part) throws IOException {
    if (Files.isDirectory(part)) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
        for (Path file : files) {
          if (!Files.isDirectory(file)) {
            Files.deleteIfExists(file);
          }
        }
      }
    }
    Files.deleteIfExists(part);
  }

  /** Removes after a failure, which is what the user must be told, not that this failed too. */
  static void removeQuietly(Path part, Throwable failure) {
    try {
      remove(part);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /** Writes a new file and has the system put it on the disk. */
  static void writeFile(Path file, FileContent content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
      OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), 1 << 16);
      content.writeTo(new KeptOpen(out));
      out.flush();
      channel.force(true);
    }
  }

  /** Moves in one step where the file system can, as all common ones do within a folder. */
  static void move(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (AtomicMoveNotSupportedException e) {
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
    syncFolder(folderOf(to));
  }

  /**
   * Makes a move last through a power failure, where the system can open a folder (not Windows).
   */
  static void syncFolder(Path folder) {
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    } catch (IOException e) {
      // The move is done; that it is not yet certain to survive a power failure is no failure.
      return;
    }
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  private static boolean isPart(String name, String prefix) {
    return name.startsWith(prefix)
        && name.endsWith(SUFFIX)
        && name.substring(prefix.length()).matches("\\d+-\\d+--?\\d+\\" + SUFFIX);
  }

  /** Lets content close its stream, as many writers do, before the file is put on the disk. */
  private static final class KeptOpen extends FilterOutputStream {

    KeptOpen(OutputStream out) {
      super(out);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
    }

    @Override
    public void close() throws IOException {
      flush();
    }
  }
}
