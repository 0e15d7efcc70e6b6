package latentlab.ui;

import java.util.concurrent.CountDownLatch;
import java.util.logging.Logger;
import javafx.application.Platform;
import latentlab.engine.NativeRuntime;
import latentlab.failure.InvalidInputException;
import latentlab.failure.OperationFailedException;
import latentlab.ui.text.Messages;

/**
 * Opens the window and waits until it is closed. Does not extend {@code Application}, so that the
 * program can be started from the class path.
 */
public final class WindowLauncher {

  /** The category in which JavaFX warns that it was loaded from the class path, as it is here. */
  private static final String JAVAFX_LOGGER = "javafx";

  private static final String CLASS_PATH_WARNING = "Unsupported JavaFX configuration";

  private WindowLauncher() {}

  /**
   * Opens the window and returns when it has been closed and everything it had started has ended.
   *
   * @param options how the window begins
   * @return the exit code 0
   * @throws InvalidInputException if no window can be opened here, for want of a display or of a
   *     library; the message says what is missing and what to do
   */
  public static int open(UiOptions options) {
    Logger javafx = Logger.getLogger(JAVAFX_LOGGER);
    javafx.setFilter(record -> !String.valueOf(record.getMessage()).contains(CLASS_PATH_WARNING));
    loadEngineAhead();
    CountDownLatch closed = new CountDownLatch(1);
    try {
      Platform.startup(() -> LabApplication.open(options, closed::countDown));
    } catch (RuntimeException | LinkageError noWindow) {
      throw new InvalidInputException(DisplayProblem.explain(noWindow, Messages.load()), noWindow);
    }
    awaitEnd(closed);
    Platform.exit();
    return 0;
  }

  /**
   * Begins to load the libraries of the numeric engine beside the window toolkit, as each takes
   * half a second or more. Who needs the engine loads them, too: he waits for this to end, or is
   * told what is wrong.
   */
  static void loadEngineAhead() {
    Thread loading =
        new Thread(
            () -> {
              try {
                NativeRuntime.loadLibraries();
              } catch (OperationFailedException told) {
                // Told again to the one who needs it.
              }
            },
            "latent-lab-engine-loading");
    loading.setDaemon(true);
    loading.start();
  }

  private static void awaitEnd(CountDownLatch closed) {
    try {
      closed.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
