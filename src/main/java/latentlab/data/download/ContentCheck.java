package latentlab.data.download;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import latentlab.data.file.CheckedInput;
import latentlab.failure.InvalidInputException;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** Whether a received file is the one that was asked for. */
final class ContentCheck {

  private ContentCheck() {}

  /** Returns if it is; it is unpacked no further than the right one would be. */
  static void require(RemoteFile expected, Path file, Cancellation cancellation)
      throws UnusableContentException {
    String found = sha256(expected, file, cancellation);
    if (!found.equals(expected.contentSha256())) {
      throw new UnusableContentException(
          "sends content with SHA-256 " + found + " instead of " + expected.contentSha256());
    }
  }

  private static String sha256(RemoteFile expected, Path file, Cancellation cancellation)
      throws UnusableContentException {
    try (CheckedInput input = CheckedInput.open(file, "a gzip file")) {
      byte[] content = input.read(expected.contentSize(), "content", Progress.NONE, cancellation);
      input.expectEnd();
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (InvalidInputException e) {
      throw new UnusableContentException("sends other content (" + e.getMessage() + ")");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
