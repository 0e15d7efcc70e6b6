package latentlab.cli;

/** The exit codes of the program. */
public final class ExitCode {

  /** Everything was done. */
  public static final int OK = 0;

  /** The input was good, but the work could not be done. */
  public static final int FAILED = 1;

  /** An option, a file or another input was wrong, or there is no display; nothing was done. */
  public static final int INVALID_INPUT = 2;

  /** The user stopped the work: 128 and the number of the interrupt signal, as shells have it. */
  public static final int CANCELLED = 130;

  private ExitCode() {}
}
