package latentlab.data.file;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * A file that is read from front to back and believed in nothing: memory is taken only as its
 * content arrives, so that a small file with a huge declared size costs nothing. A file that starts
 * with the gzip magic is unpacked, whatever its name. For one thread.
 *
 * <p>Every refusal is an {@link InvalidInputException} of one line: the file, what was found, what
 * was expected. A file that exists but cannot be read for another reason, such as a broken disk, is
 * an {@link OperationFailedException}.
 */
public final class CheckedInput implements Closeable {

  /** Deflate cannot shrink anything further (a block of 258 bytes in two bits). */
  private static final long LARGEST_GZIP_RATIO = 1032;

  /** The largest array that all virtual machines can make. */
  private static final long LARGEST_ARRAY = Integer.MAX_VALUE - 8L;

  private static final int CHUNK = 1 << 20;

  private final Path file;
  private final InputStream content;
  private final long largestLength;
  private final boolean packed;
  private long position;

  private CheckedInput(Path file, InputStream content, long size, boolean packed) {
    this.file = file;
    this.content = content;
    this.packed = packed;
    this.largestLength = packed ? Math.multiplyExact(size, LARGEST_GZIP_RATIO) : size;
  }

  /**
   * Opens a file.
   *
   * @param file where it is
   * @param expected what it must be, for the refusal, such as {@code "an IDX file of images"}
   * @return the file, unpacked if it is gzip, at its first byte; the caller closes it
   * @throws InvalidInputException if it is missing, empty, no regular file, or may not be read
   */
  public static CheckedInput open(Path file, String expected) {
    if (Files.isDirectory(file)) {
      throw refusal(file, "is a folder", expected);
    }
    try {
      if (!Files.exists(file)) {
        throw refusal(file, "does not exist", expected);
      }
      if (!Files.isRegularFile(file)) {
        throw refusal(file, "is no regular file", expected);
      }
      long size = Files.size(file);
      if (size == 0) {
        throw refusal(file, "is empty", expected);
      }
      return open(file, size);
    } catch (AccessDeniedException | NoSuchFileException e) {
      throw new InvalidInputException(
          file + ": may not be read; expected " + expected + " with read permission", e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static CheckedInput open(Path file, long size) throws IOException {
    InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    try {
      raw.mark(2);
      boolean packed = raw.read() == 0x1f && raw.read() == 0x8b;
      raw.reset();
      InputStream content = packed ? new GZIPInputStream(raw, 1 << 16) : raw;
      return new CheckedInput(file, content, size, packed);
    } catch (ZipException | EOFException e) {
      raw.close();
      throw damaged(file, e);
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /**
   * Reads the next bytes.
   *
   * @param count how many, at least 0
   * @param what what they are, for the refusal, such as {@code "the header"}
   * @return exactly so many bytes
   * @throws InvalidInputException if the file cannot hold so many or ends before
   */
  public byte[] read(long count, String what) {
    return read(count, what, Progress.NONE, new Cancellation());
  }

  /**
   * Reads the next bytes, telling how far it came.
   *
   * @param count how many, at least 0
   * @param what what they are, for the refusal and the progress
   * @param progress is told of the bytes read out of {@code count}
   * @param cancellation is asked at every mebibyte
   * @return exactly so many bytes
   * @throws InvalidInputException if the file cannot hold so many or ends before
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  public byte[] read(long count, String what, Progress progress, Cancellation cancellation) {
    requirePossible(count, what);
    byte[] bytes = new byte[(int) Math.min(count, CHUNK)];
    int filled = 0;
    while (filled < count) {
      cancellation.throwIfRequested();
      if (filled == bytes.length) {
        bytes = Arrays.copyOf(bytes, (int) Math.min(count, bytes.length * 2L));
      }
      int got = readSome(bytes, filled, Math.min(CHUNK, bytes.length - filled));
      if (got < 0) {
        throw refusal(
            "ends after " + filled + " bytes of " + what, count + " bytes, as its header declares");
      }
      filled += got;
      progress.report(filled, count, "reading " + file.getFileName());
    }
    position += count;
    return bytes;
  }

  /**
   * Checks that nothing follows; of a gzip file this also checks its checksum.
   *
   * @throws InvalidInputException if there is another byte
   */
  public void expectEnd() {
    if (readSome(new byte[1], 0, 1) >= 0) {
      String length = packed ? "more than " + position + " bytes" : largestLength + " bytes";
      throw refusal("holds " + length, position + " bytes, as its header declares");
    }
  }

  /**
   * A refusal of this file.
   *
   * @param found what is wrong with it
   * @param expected what it must be
   * @return the failure, for the caller to throw
   */
  public InvalidInputException refusal(String found, String expected) {
    return refusal(file, found, expected);
  }

  @Override
  public void close() {
    try {
      content.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private void requirePossible(long count, String what) {
    if (count > LARGEST_ARRAY) {
      throw refusal(
          "declares " + count + " bytes of " + what, "at most " + LARGEST_ARRAY + " bytes");
    }
    long left = largestLength - position;
    if (count > left) {
      String found = (packed ? "can hold no more than " : "holds ") + left + " bytes of " + what;
      throw refusal(found, count + " bytes");
    }
  }

  private int readSome(byte[] target, int offset, int length) {
    try {
      return content.read(target, offset, length);
    } catch (ZipException e) {
      throw damaged(file, e);
    } catch (EOFException e) {
      return endOfPackedData(e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private int endOfPackedData(EOFException cause) {
    if (packed) {
      throw damaged(file, cause);
    }
    return -1;
  }

  private static InvalidInputException refusal(Path file, String found, String expected) {
    return new InvalidInputException(file + ": " + found + "; expected " + expected);
  }

  private static InvalidInputException damaged(Path file, IOException cause) {
    String reason = cause instanceof EOFException ? "ends early" : cause.getMessage();
    return new InvalidInputException(
        file + ": is damaged gzip data (" + reason + "); expected a whole gzip file", cause);
  }

  private static OperationFailedException unreadable(Path file, IOException cause) {
    return new OperationFailedException(file + ": cannot be read: " + cause.getMessage(), cause);
  }
}
