package latentlab.storage;

import java.io.IOException;
import java.io.OutputStream;

/** What a file is to hold. */
@FunctionalInterface
public interface FileContent {

  /**
   * Writes the whole content. Closing the stream is allowed and has no effect.
   *
   * @param out receives the bytes; buffered
   * @throws IOException if they cannot be written or made
   */
  void writeTo(OutputStream out) throws IOException;
}
