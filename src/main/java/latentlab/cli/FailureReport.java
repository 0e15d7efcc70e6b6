package latentlab.cli;

import java.io.PrintWriter;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import latentlab.failure.InvalidInputException;
import latentlab.failure.UserException;

/** Turns failures into one line on standard error and an exit code. */
public final class FailureReport {

  private static final String PROGRAM = "latent-lab: ";

  private final PrintWriter err;
  private final boolean withStackTrace;

  /**
   * Creates a report.
   *
   * @param err where the line goes
   * @param withStackTrace whether the stack trace follows
   */
  public FailureReport(PrintWriter err, boolean withStackTrace) {
    this.err = err;
    this.withStackTrace = withStackTrace;
  }

  /**
   * Reports one failure.
   *
   * @param failure what was thrown
   * @return the exit code for it
   */
  public int report(Throwable failure) {
    Throwable cause = unwrapped(failure);
    err.println(PROGRAM + line(cause));
    if (withStackTrace) {
      cause.printStackTrace(err);
    }
    err.flush();
    return exitCode(cause);
  }

  private String line(Throwable cause) {
    if (cause instanceof UserException || cause instanceof CancellationException) {
      return oneLine(String.valueOf(cause.getMessage()));
    }
    if (cause instanceof OutOfMemoryError) {
      return "out of memory; give Java more by LATENT_LAB_JAVA_OPTS=-Xmx4g";
    }
    String hint = withStackTrace ? "" : " (--stacktrace shows where)";
    return "unexpected failure: " + oneLine(String.valueOf(cause)) + hint;
  }

  private static int exitCode(Throwable cause) {
    if (cause instanceof InvalidInputException) {
      return ExitCode.INVALID_INPUT;
    }
    return cause instanceof CancellationException ? ExitCode.CANCELLED : ExitCode.FAILED;
  }

  private static Throwable unwrapped(Throwable failure) {
    Throwable result = failure;
    while ((result instanceof CompletionException || result instanceof ExecutionException)
        && result.getCause() != null) {
      result = result.getCause();
    }
    return result;
  }

  /**
   * A message without line breaks.
   *
   * @param text any text
   * @return the text with each run of white space that holds a line break made one space
   */
  static String oneLine(String text) {
    return text.strip().replaceAll("\\s*\\R\\s*", " ");
  }
}
