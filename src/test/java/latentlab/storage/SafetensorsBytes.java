package latentlab.storage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes safetensors files by hand, right or wrong, without the code under test. */
final class SafetensorsBytes {

  private SafetensorsBytes() {}

  /** A file with this header, declared with its true length, and these data. */
  static Path write(Path file, String header, byte[] data) throws IOException {
    byte[] text = header.getBytes(UTF_8);
    return write(file, text.length, text, data);
  }

  /** A file with this header, declared with any length. */
  static Path write(Path file, long declared, byte[] header, byte[] data) throws IOException {
    ByteBuffer bytes =
        ByteBuffer.allocate(8 + header.length + data.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.putLong(declared).put(header).put(data);
    return Files.write(file, bytes.array());
  }

  /** Little-endian 32-bit floats. */
  static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : values) {
      bytes.putFloat(value);
    }
    return bytes.array();
  }
}
