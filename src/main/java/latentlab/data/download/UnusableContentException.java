package latentlab.data.download;

import java.io.IOException;

/** What was received cannot be used, and more of it would not help. */
final class UnusableContentException extends IOException {

  private static final long serialVersionUID = 1L;

  UnusableContentException(String message) {
    super(message);
  }
}
