package latentlab;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.List;
import latentlab.cli.CommandLineProgram;
import latentlab.cli.FailureReport;
import latentlab.cli.WindowTour;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.ui.ScreenshotTour;
import latentlab.ui.UiOptions;
import latentlab.ui.WindowLauncher;

/**
 * Starts the program: without arguments the window, with arguments the command line. It extends no
 * class of JavaFX, so that it can be started from a class path and where there is no display.
 */
public final class LatentLab {

  /** Asks for stack traces where no argument can. */
  private static final String STACK_TRACE_PROPERTY = "latentlab.stacktrace";

  private static final String PULSE_PROPERTY = "javafx.animation.pulse";

  /**
   * How often a second the window looks for something to draw. At JavaFX's own 60, waiting for the
   * next time is the largest part of the way from a moved slider to its picture; at 240 an idle
   * window costs 2% of one core instead of 1%.
   */
  private static final String PULSES_PER_SECOND = "240";

  private LatentLab() {}

  /**
   * Runs the program and ends the process with its exit code.
   *
   * @param args none for the window, otherwise a command and its options
   */
  public static void main(String[] args) {
    System.exit(args.length == 0 ? openWindow() : CommandLineProgram.run(LatentLab::tour, args));
  }

  private static List<Path> tour(
      WindowTour.Stops stops, Progress progress, Cancellation cancellation) {
    ScreenshotTour.Plan plan =
        new ScreenshotTour.Plan(
            stops.folder(), stops.width(), stops.height(), stops.epochs(), new Seed(stops.seed()));
    return new ScreenshotTour(UiOptions.defaults()).visit(plan, progress, cancellation);
  }

  private static int openWindow() {
    if (System.getProperty(PULSE_PROPERTY) == null) {
      System.setProperty(PULSE_PROPERTY, PULSES_PER_SECOND);
    }
    System.setErr(new ErrorsWithoutPulseNotice(System.err));
    try {
      return WindowLauncher.open(UiOptions.defaults());
    } catch (RuntimeException | LinkageError | OutOfMemoryError failure) {
      PrintWriter err = new PrintWriter(System.err, true, Charset.defaultCharset());
      return new FailureReport(err, Boolean.getBoolean(STACK_TRACE_PROPERTY)).report(failure);
    }
  }
}
