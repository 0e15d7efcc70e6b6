package latentlab.data.download;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import latentlab.failure.OperationFailedException;
import org.jspecify.annotations.Nullable;

/**
 * What has come so far of a download: open for writing, locked against a second download of the
 * same file. Everything that fails here is the local disk's fault, not the mirror's, and so is an
 * {@link OperationFailedException} that no other mirror can mend.
 */
final class PartFile implements Closeable {

  private final Path path;
  private final FileChannel channel;
  private long length;

  private PartFile(Path path, FileChannel channel, long length) {
    this.path = path;
    this.channel = channel;
    this.length = length;
  }

  /** The length of what came before, 0 if nothing did. */
  static long lengthOf(Path path) {
    try {
      return Files.exists(path) ? Files.size(path) : 0;
    } catch (IOException e) {
      throw new OperationFailedException(path + ": cannot be read: " + e.getMessage(), e);
    }
  }

  /** Keeps the first bytes and goes on behind them; makes the file and its folder if needed. */
  static PartFile open(Path path, long keptLength) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      FileChannel channel =
          FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lock(channel) == null) {
        channel.close();
        throw new OperationFailedException(
            path + ": is being downloaded already; wait until that has ended");
      }
      channel.truncate(keptLength).position(keptLength);
      return new PartFile(path, channel, keptLength);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static @Nullable FileLock lock(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // another thread of this process
    }
  }

  long length() {
    return length;
  }

  void append(ByteBuffer bytes) {
    try {
      while (bytes.hasRemaining()) {
        length += channel.write(bytes);
      }
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  /** Forces what was written to the disk and gives the lock back. */
  @Override
  public void close() {
    try (channel) {
      channel.force(true);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  static void delete(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw unwritable(path, e);
    }
  }

  private static OperationFailedException unwritable(Path path, IOException cause) {
    return new OperationFailedException(
        path + ": cannot be written (" + cause + "); check the folder and the free space", cause);
  }
}
