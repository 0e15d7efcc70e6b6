package latentlab.cli;

import latentlab.failure.InvalidInputException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The command above all others; by itself it only says that one of them is needed. */
@Command(
    name = "latent-lab",
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    sortOptions = false,
    description = "Train generative models of small images and explore them.",
    footer = {
      "",
      "Without any argument, latent-lab opens its window.",
      "Exit codes: 0 done, 1 failed, 2 bad input or no display, 130 stopped by the user."
    })
final class LatentLabCommand implements Runnable {

  @Option(
      names = "--stacktrace",
      scope = ScopeType.INHERIT,
      description = "After a failure, show where in the program it happened.")
  private boolean stackTrace;

  /** Reached only when no command was named. */
  @Override
  public void run() {
    throw new InvalidInputException("a command is missing; 'latent-lab --help' lists them");
  }

  /**
   * Whether failures are shown with their place in the program.
   *
   * @return true if asked for
   */
  boolean stackTrace() {
    return stackTrace;
  }
}
