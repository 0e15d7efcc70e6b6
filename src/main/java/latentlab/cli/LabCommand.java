package latentlab.cli;

import java.util.concurrent.Callable;
import latentlab.engine.NativeRuntime;
import latentlab.engine.NativeThreads;
import picocli.CommandLine.Mixin;

/** What all commands have in common: their context, and the options that every command takes. */
abstract class LabCommand implements Callable<Integer> {

  /** Options that every command takes; filled in before {@link #call()}. */
  @Mixin protected final CommonOptions common = new CommonOptions();

  private final CommandContext context;

  /**
   * Creates the command before its arguments are known.
   *
   * @param context what it works with
   */
  protected LabCommand(CommandContext context) {
    this.context = context;
  }

  /** Checks the options that every command takes, then works. */
  @Override
  public final Integer call() {
    common.threads();
    try (WorkDisplay display = context.display(common)) {
      run(display);
    }
    return ExitCode.OK;
  }

  /**
   * Checks the command's options, then does its work.
   *
   * @param display where long work is shown
   */
  protected abstract void run(WorkDisplay display);

  /**
   * What the command works with.
   *
   * @return the context given at creation
   */
  protected final CommandContext context() {
    return context;
  }

  /**
   * Prints one line of what the user asked for.
   *
   * @param line without a line break
   */
  protected final void println(Object line) {
    context.out().println(line);
    context.out().flush();
  }

  /**
   * Loads the native libraries, which take long on the very first start, with as many threads as
   * were asked for. To be called once everything has been checked.
   *
   * @param display where the loading is shown
   */
  protected final void loadEngine(WorkDisplay display) {
    NativeRuntime.load(display);
    NativeThreads.apply(common.threads(), System.getenv());
  }
}
