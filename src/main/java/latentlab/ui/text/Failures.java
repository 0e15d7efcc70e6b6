package latentlab.ui.text;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import latentlab.failure.UserException;

/** Failures as one line for the user. */
public final class Failures {

  private Failures() {}

  /**
   * The message of a failure.
   *
   * @param problem what was thrown
   * @return its message alone if it was written for the user, otherwise with its kind before it
   */
  public static String oneLine(Throwable problem) {
    Throwable root = cause(problem);
    if (root instanceof UserException) {
      return firstLine(String.valueOf(root.getMessage()));
    }
    String message = root.getMessage();
    String kind = root.getClass().getSimpleName();
    return message == null ? kind : kind + ": " + firstLine(message);
  }

  /**
   * What a failure comes from.
   *
   * @param problem what was thrown
   * @return the first that is no mere wrapper of a future
   */
  public static Throwable cause(Throwable problem) {
    Throwable cause = problem.getCause();
    boolean wrapper =
        problem instanceof CompletionException || problem instanceof ExecutionException;
    return wrapper && cause != null ? cause(cause) : problem;
  }

  private static String firstLine(String text) {
    return text.lines().findFirst().orElse("");
  }
}
