package latentlab.failure;

/**
 * The input was good but the work could not be done: a full disk, a broken connection, a loss that
 * became infinite, a missing display. The message says what failed, where, and what can be done.
 */
public final class OperationFailedException extends UserException {

  private static final long serialVersionUID = 1L;

  /**
   * Creates the failure.
   *
   * @param message one line for the user
   */
  public OperationFailedException(String message) {
    super(message, null);
  }

  /**
   * Creates the failure with its cause.
   *
   * @param message one line for the user
   * @param cause what was thrown underneath
   */
  public OperationFailedException(String message, Throwable cause) {
    super(message, cause);
  }
}
