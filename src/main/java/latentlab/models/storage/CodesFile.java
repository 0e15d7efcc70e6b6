package latentlab.models.storage;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import latentlab.models.LatentCodes;
import latentlab.storage.AtomicFile;

/**
 * Writes latent codes for other programs to read; the format follows from the file's ending. Any
 * thread may call.
 */
public final class CodesFile {

  /** Array file format 1.0 of NumPy: magic, version, length of the header. */
  private static final byte[] NPY_MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};

  private static final int NPY_ALIGNMENT = 64;

  private CodesFile() {}

  /**
   * Writes or replaces a file.
   *
   * @param file ends in .npy (float32, [n, latent]), .csv (a row for each code) or .json (a list of
   *     lists)
   * @param codes what is written
   * @throws latentlab.failure.OperationFailedException if it cannot be written; an older file is
   *     then unchanged
   */
  public static void write(Path file, LatentCodes codes) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    AtomicFile.write(
        file,
        out -> {
          if (name.endsWith(".npy")) {
            writeNpy(codes, out);
          } else if (name.endsWith(".csv")) {
            writeText(codes, out, "", "", "\n", "");
          } else {
            writeText(codes, out, "[[", "[", "],\n", "]]\n");
          }
        });
  }

  private static void writeNpy(LatentCodes codes, OutputStream out) throws IOException {
    String fields =
        String.format(
            Locale.ROOT,
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            codes.count(),
            codes.size());
    int unpadded = NPY_MAGIC.length + Short.BYTES + fields.length() + 1;
    String header = fields + " ".repeat(-unpadded & (NPY_ALIGNMENT - 1)) + "\n";
    ByteBuffer bytes =
        ByteBuffer.allocate(
                NPY_MAGIC.length
                    + Short.BYTES
                    + header.length()
                    + Math.multiplyExact(codes.values().length, Float.BYTES))
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(NPY_MAGIC)
            .putShort((short) header.length())
            .put(header.getBytes(StandardCharsets.US_ASCII));
    bytes.asFloatBuffer().put(codes.values());
    out.write(bytes.array());
  }

  private static void writeText(
      LatentCodes codes, OutputStream out, String start, String row, String between, String end)
      throws IOException {
    StringBuilder text = new StringBuilder(start);
    for (int i = 0; i < codes.count(); i++) {
      if (i > 0) {
        text.append(between).append(row);
      }
      for (int d = 0; d < codes.size(); d++) {
        text.append(d == 0 ? "" : ",").append(codes.values()[i * codes.size() + d]);
      }
    }
    text.append(end.isEmpty() ? "\n" : end);
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
