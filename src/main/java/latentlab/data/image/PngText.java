package latentlab.data.image;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.storage.IoReason;

/**
 * Words in PNG pictures: chunks of the type {@code tEXt} (PNG specification, 3rd edition, section
 * 11.3.3), which other programs show and keep. Reading decodes no pixels and unpacks nothing, so
 * that a hostile file costs no more than the largest text allowed. Stateless; any thread may call.
 */
public final class PngText {

  /** Bytes of the longest text that is written or read. */
  public static final int LONGEST_TEXT = 1 << 20;

  private static final byte[] SIGNATURE = HexFormat.of().parseHex("89504e470d0a1a0a");
  private static final int LONGEST_KEYWORD = 79;

  /** Length, type and checksum of a chunk. */
  private static final int FRAME = 12;

  private static final int HEADER_LENGTH = 13;
  private static final int HEADER_END = SIGNATURE.length + FRAME + HEADER_LENGTH;
  private static final int TEXT = type("tEXt");
  private static final int HEADER = type("IHDR");
  private static final int END = type("IEND");

  /** A picture of 2^15 by 2^15 pixels has no more parts than this, even if none is packed. */
  private static final int MOST_CHUNKS = 1 << 17;

  private PngText() {}

  /**
   * Puts texts into a picture, before its pixels.
   *
   * @param png a whole PNG file
   * @param texts keywords of 1 to 79 characters, and the texts; all in ASCII
   * @return the file with the texts
   * @throws IllegalArgumentException if it is no PNG, or a text is too long or not ASCII
   */
  public static byte[] with(byte[] png, Map<String, String> texts) {
    if (png.length < HEADER_END || !Arrays.equals(png, 0, 8, SIGNATURE, 0, 8)) {
      throw new IllegalArgumentException("not a PNG file");
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream(png.length + 1024);
    out.write(png, 0, HEADER_END);
    texts.forEach((keyword, text) -> out.writeBytes(chunk(keyword, text)));
    out.write(png, HEADER_END, png.length - HEADER_END);
    return out.toByteArray();
  }

  /**
   * Reads a text out of a picture.
   *
   * @param file any file
   * @param keyword which text
   * @return the first text of that keyword, or empty if there is none or the file is no PNG
   * @throws InvalidInputException if the file is missing, may not be read, or is a PNG whose parts
   *     are damaged or too large before the text or up to the end
   * @throws OperationFailedException if it cannot be read
   */
  public static Optional<String> read(Path file, String keyword) {
    if (!Files.isRegularFile(file)) {
      throw new InvalidInputException(file + ": not found; expected a PNG picture");
    }
    try (InputStream raw = Files.newInputStream(file);
        DataInputStream in = new DataInputStream(new BufferedInputStream(raw))) {
      return new Reading(file, in, Files.size(file)).find(keyword);
    } catch (EOFException e) {
      throw new InvalidInputException(file + ": ends early; expected a whole PNG picture", e);
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }

  private static byte[] chunk(String keyword, String text) {
    boolean named = !keyword.isEmpty() && keyword.length() <= LONGEST_KEYWORD;
    if (!named || text.length() > LONGEST_TEXT || !isAscii(keyword) || !isAscii(text)) {
      throw new IllegalArgumentException("no text for a PNG: " + keyword);
    }
    int length = keyword.length() + 1 + text.length();
    ByteBuffer chunk = ByteBuffer.allocate(FRAME + length).putInt(length).putInt(TEXT);
    chunk.put(keyword.getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    chunk.put(text.getBytes(StandardCharsets.US_ASCII));
    return chunk.putInt(checksum(chunk.array(), 4, length + 4)).array();
  }

  private static boolean isAscii(String text) {
    return text.chars().allMatch(c -> c > 0 && c < 128);
  }

  private static int checksum(byte[] bytes, int offset, int length) {
    CRC32 crc = new CRC32();
    crc.update(bytes, offset, length);
    return (int) crc.getValue();
  }

  private static int type(String name) {
    return ByteBuffer.wrap(name.getBytes(StandardCharsets.US_ASCII)).getInt();
  }

  /** One walk through the chunks of a file. */
  private static final class Reading {

    private final Path file;
    private final DataInputStream in;
    private long left;

    Reading(Path file, DataInputStream in, long size) {
      this.file = file;
      this.in = in;
      left = size;
    }

    Optional<String> find(String keyword) throws IOException {
      if (left < HEADER_END || !Arrays.equals(in.readNBytes(SIGNATURE.length), SIGNATURE)) {
        return Optional.empty();
      }
      left -= SIGNATURE.length;
      for (int chunks = 0; chunks < MOST_CHUNKS && left >= FRAME; chunks++) {
        int length = in.readInt();
        int type = in.readInt();
        if (chunks == 0 && (type != HEADER || length != HEADER_LENGTH)) {
          throw refusal("does not begin with its header");
        }
        if (length < 0 || length > left - FRAME) {
          throw refusal(
              "declares a part of " + Integer.toUnsignedLong(length) + " bytes, more than it has");
        }
        left -= FRAME + (long) length;
        Optional<String> found = type == TEXT ? text(keyword, length) : skip(length);
        if (found.isPresent() || type == END) {
          return found;
        }
      }
      throw refusal(left < FRAME ? "ends early" : "has more than " + MOST_CHUNKS + " parts");
    }

    private Optional<String> skip(int length) throws IOException {
      in.skipNBytes(length + (long) Integer.BYTES);
      return Optional.empty();
    }

    /** Of texts with other keywords no more than a keyword is read. */
    private Optional<String> text(String keyword, int length) throws IOException {
      byte[] start = in.readNBytes(Math.min(length, keyword.length() + 1));
      byte[] wanted = (keyword + "\0").getBytes(StandardCharsets.US_ASCII);
      if (!Arrays.equals(start, wanted)) {
        return skip(length - start.length);
      }
      int size = length - wanted.length;
      if (size > LONGEST_TEXT) {
        throw refusal(
            "holds a text '" + keyword + "' of " + size + " bytes, more than " + LONGEST_TEXT);
      }
      ByteBuffer summed = ByteBuffer.allocate(Integer.BYTES + length).putInt(TEXT).put(start);
      byte[] text = in.readNBytes(size);
      summed.put(text);
      if (in.readInt() != checksum(summed.array(), 0, summed.position())) {
        throw refusal("is damaged: the checksum of the text '" + keyword + "' is wrong");
      }
      return Optional.of(new String(text, StandardCharsets.ISO_8859_1));
    }

    private InvalidInputException refusal(String found) {
      return new InvalidInputException(file + ": " + found + "; expected a sound PNG picture");
    }
  }
}
