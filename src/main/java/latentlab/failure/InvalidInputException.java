package latentlab.failure;

/**
 * An option, a file or another input from outside is not what it must be. The message names the
 * option or file, what it holds and what was expected. Nothing has been changed.
 */
public final class InvalidInputException extends UserException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param message one line for the user
   */
  public InvalidInputException(String message) {
    super(message, null);
  }

  /**
   * Creates the failure with its cause.
   *
   * @param message one line for the user
   * @param cause what was thrown underneath
   */
  public InvalidInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
