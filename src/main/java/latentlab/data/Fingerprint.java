package latentlab.data;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * SHA-256 over image sets. Each contributes four big-endian 32-bit numbers (images, height, width,
 * channels), a byte that is 1 if it has labels, its pixels, and its labels.
 */
public final class Fingerprint {

  private Fingerprint() {}

  static String of(List<ImageSet> parts) {
    MessageDigest digest = sha256();
    for (ImageSet part : parts) {
      digest.update(header(part));
      for (int i = 0; i < part.size(); i++) {
        digest.update(part.imageBytes(i));
      }
      for (int i = 0; part.isLabelled() && i < part.size(); i++) {
        digest.update((byte) part.label(i));
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /**
   * The fingerprint of what is made of a data set by a rule without chance.
   *
   * @param source the data set's fingerprint
   * @param rule names what is made
   * @return SHA-256 over both texts, in hexadecimal
   */
  public static String derived(String source, String rule) {
    MessageDigest digest = sha256();
    digest.update(source.getBytes(StandardCharsets.UTF_8));
    digest.update(rule.getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static byte[] header(ImageSet part) {
    ImageShape shape = part.shape();
    return ByteBuffer.allocate(17)
        .putInt(part.size())
        .putInt(shape.height())
        .putInt(shape.width())
        .putInt(shape.channels())
        .put((byte) (part.isLabelled() ? 1 : 0))
        .array();
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
