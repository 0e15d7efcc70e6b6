package latentlab.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;

/** Reads small text files whose size is not to be trusted. Stateless; any thread may use it. */
public final class TextFile {

  private TextFile() {}

  /**
   * Reads a whole file.
   *
   * @param file the file
   * @param mostBytes the largest size allowed
   * @return its text
   * @throws InvalidInputException if there is no such file, it is larger, or it is not UTF-8
   * @throws OperationFailedException if it cannot be read
   */
  public static String read(Path file, int mostBytes) {
    if (Files.isDirectory(file)) {
      throw new InvalidInputException(file + ": is a folder; expected a text file");
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(mostBytes);
      if (in.read() >= 0) {
        throw new InvalidInputException(file + ": is larger than " + mostBytes + " bytes");
      }
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (NoSuchFileException e) {
      throw new InvalidInputException(file + ": not found", e);
    } catch (CharacterCodingException e) {
      throw new InvalidInputException(file + ": is not UTF-8 text", e);
    } catch (IOException e) {
      throw new OperationFailedException("cannot read " + file + ": " + IoReason.of(e), e);
    }
  }
}
