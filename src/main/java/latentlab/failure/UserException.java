package latentlab.failure;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose message is one line for the user: what was wrong, where, and what was expected.
 * Control characters in the message, such as line breaks in the name of a file, become spaces.
 */
public abstract sealed class UserException extends RuntimeException
    permits InvalidInputException, OperationFailedException {

  private static final long serialVersionUID = 1L;

  UserException(String message, @Nullable Throwable cause) {
    super(OneLine.of(message), cause);
  }

  /** The message, which is never absent. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
