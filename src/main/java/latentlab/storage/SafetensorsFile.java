package latentlab.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.failure.Quoted;

/**
 * Named tensors in the public safetensors format (github.com/huggingface/safetensors): the length
 * of the header as a 64-bit little-endian number, the header as a JSON object, then the values.
 * Written are 32-bit or 16-bit floats; read are also F64 and BF16, converted. Stateless; any thread
 * may use it.
 */
public final class SafetensorsFile {

  private static final int LENGTH_BYTES = 8;

  /** Bytes read or written at a time; a multiple of every element's size. */
  private static final int CHUNK = 1 << 16;

  private SafetensorsFile() {}

  /**
   * What a file holds.
   *
   * @param tensors the tensors, in the order of their bytes
   * @param metadata texts by name, in the order of the file
   */
  public record Contents(Tensors tensors, Map<String, String> metadata) {

    /** Copies the metadata, keeping their order. */
    public Contents {
      metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
  }

  /**
   * Writes or replaces a file, as {@link AtomicFile} does.
   *
   * @param file the file
   * @param contents what it is to hold
   * @throws OperationFailedException if a value is not finite, or the file cannot be written
   */
  public static void write(Path file, Contents contents) {
    AtomicFile.write(file, content(contents));
  }

  /**
   * The bytes of a file, for those who write it among others.
   *
   * @param contents what the file is to hold
   * @return content that, when written, throws an {@link IOException} if a value is not finite
   */
  public static FileContent content(Contents contents) {
    return content(contents, Precision.SINGLE);
  }

  /**
   * The bytes of a file whose values are written with another precision.
   *
   * @param contents what the file is to hold
   * @param precision of its values
   * @return content that, when written, throws an {@link IOException} if a value is not finite, or
   *     too large for the precision
   */
  public static FileContent content(Contents contents, Precision precision) {
    return out -> writeTo(out, contents, precision.type());
  }

  /**
   * Reads a file, of which nothing is trusted.
   *
   * @param file the file
   * @return its tensors, all finite, and its metadata
   * @throws InvalidInputException if it does not exist, is cut short or too long, or if anything in
   *     it is not as the format has it; the message names the file and, where there is one, the
   *     tensor
   * @throws OperationFailedException if it needs more memory than the program may use, or if the
   *     disk fails
   */
  public static Contents read(Path file) {
    return read(file, Runtime.getRuntime().maxMemory());
  }

  static Contents read(Path file, long memory) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + ": is a folder; expected a safetensors file");
    }
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      return new Reading(file, channel).read(memory);
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": not found; expected a safetensors file", e);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + ": the header is not UTF-8 text", e);
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }

  private static void writeTo(OutputStream out, Contents contents, ElementType type)
      throws IOException {
    List<TensorEntry> entries = new ArrayList<>();
    long begin = 0;
    for (Map.Entry<String, Tensor> named : contents.tensors().byName().entrySet()) {
      requireStorable(named.getKey(), named.getValue());
      long end = begin + named.getValue().values().length * (long) type.bytes();
      entries.add(new TensorEntry(named.getKey(), type, named.getValue().shape(), begin, end));
      begin = end;
    }
    byte[] header = new SafetensorsHeader(entries, contents.metadata()).toBytes();
    byte[] length = new byte[LENGTH_BYTES];
    littleEndian(length).putLong(header.length);
    out.write(length);
    out.write(header);
    for (Tensor tensor : contents.tensors().byName().values()) {
      writeValues(out, tensor.values(), type);
    }
  }

  private static void requireStorable(String name, Tensor tensor) throws IOException {
    if (name.equals(SafetensorsHeader.METADATA)) {
      throw new IllegalArgumentException("no tensor may be named " + name);
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new IOException("tensor " + Quoted.text(name) + " holds " + value);
      }
    }
  }

  private static void writeValues(OutputStream out, float[] values, ElementType type)
      throws IOException {
    byte[] chunk = new byte[CHUNK];
    int most = CHUNK / type.bytes();
    for (int done = 0; done < values.length; done += most) {
      int count = Math.min(most, values.length - done);
      ByteBuffer buffer = littleEndian(chunk);
      for (int i = done; i < done + count; i++) {
        writeValue(values[i], buffer, type);
      }
      out.write(chunk, 0, count * type.bytes());
    }
  }

  private static void writeValue(float value, ByteBuffer buffer, ElementType type)
      throws IOException {
    try {
      type.write(value, buffer);
    } catch (ArithmeticException tooLarge) {
      throw new IOException(tooLarge.getMessage(), tooLarge);
    }
  }

  private static ByteBuffer littleEndian(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** One file while it is read. */
  private static final class Reading {

    private final Path file;
    private final FileChannel channel;

    Reading(Path file, FileChannel channel) {
      this.file = file;
      this.channel = channel;
    }

    Contents read(long memory) throws IOException {
      long size = channel.size();
      int headerLength = readHeaderLength(size);
      ByteBuffer bytes = ByteBuffer.allocate(headerLength);
      fill(bytes);
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      long dataBytes = size - LENGTH_BYTES - headerLength;
      SafetensorsHeader header =
          new SafetensorsHeaderParser(file.toString(), dataBytes).parse(text);
      requireMemory(header, memory);
      Map<String, Tensor> tensors = new LinkedHashMap<>();
      for (TensorEntry entry : header.entries()) {
        tensors.put(entry.name(), new Tensor(entry.shape(), readValues(entry)));
      }
      return new Contents(new Tensors(tensors), header.metadata());
    }

    private int readHeaderLength(long size) throws IOException {
      if (size < LENGTH_BYTES) {
        throw refusal("has " + size + " bytes; expected at least 8, the length of the header");
      }
      ByteBuffer bytes = littleEndian(new byte[LENGTH_BYTES]);
      fill(bytes);
      long length = bytes.getLong();
      if (length < 2 || length > SafetensorsHeader.LONGEST) {
        throw refusal(
            String.format(
                "declares a header of %s bytes; expected 2 to %d",
                Long.toUnsignedString(length), SafetensorsHeader.LONGEST));
      }
      if (length > size - LENGTH_BYTES) {
        throw refusal(
            String.format(
                "is cut short: it declares a header of %d bytes, but only %d follow",
                length, size - LENGTH_BYTES));
      }
      return (int) length;
    }

    private void requireMemory(SafetensorsHeader header, long memory) {
      long needed =
          header.entries().stream().mapToLong(e -> e.elements() * (long) Float.BYTES).sum();
      if (needed > memory) {
        throw new OperationFailedException(
            String.format(
                "cannot read %s: it holds %d MB of weights, and the program may use %d MB",
                file, needed >> 20, memory >> 20));
      }
    }

    private float[] readValues(TensorEntry entry) throws IOException {
      float[] values = new float[entry.elements()];
      ByteBuffer chunk = littleEndian(new byte[CHUNK]);
      chunk.limit(0);
      long left = entry.end() - entry.begin();
      for (int i = 0; i < values.length; i++) {
        if (!chunk.hasRemaining()) {
          chunk.clear().limit((int) Math.min(CHUNK, left));
          fill(chunk);
          left -= chunk.limit();
        }
        values[i] = entry.type().read(chunk);
        if (!Float.isFinite(values[i])) {
          throw refusal(
              String.format(
                  "tensor %s holds %s at element %d; expected finite 32-bit floats",
                  Quoted.text(entry.name()), values[i], i));
        }
      }
      return values;
    }

    /** Fills a buffer up to its limit and turns it round for reading. */
    private void fill(ByteBuffer buffer) throws IOException {
      while (buffer.hasRemaining()) {
        if (channel.read(buffer) < 0) {
          throw refusal("became shorter while it was read");
        }
      }
      buffer.flip();
    }

    private InvalidInputException refusal(String what) {
      return new InvalidInputException(file + ": " + what);
    }
  }
}
