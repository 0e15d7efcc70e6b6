package latentlab.engine;

import latentlab.failure.OperationFailedException;
import latentlab.progress.Progress;
import org.nd4j.linalg.factory.Nd4j;

/** The native library underneath ND4J. */
public final class NativeRuntime {

  private NativeRuntime() {}

  /**
   * Loads the native library. The very first time on a machine it is unpacked to the user's cache
   * folder, over 300 MB, which takes several seconds; afterwards about one. Call it on a background
   * thread; further calls return at once.
   *
   * @param progress told once what is being done
   * @throws OperationFailedException if the library cannot be unpacked or does not run on this
   *     processor or system
   */
  public static void load(Progress progress) {
    progress.report(0, -1, "Loading the numeric engine");
    try {
      Nd4j.scalar(0f).addi(1f);
      // Memory is reused or closed explicitly; a forced collection every few seconds would only
      // make frames late.
      Nd4j.getMemoryManager().togglePeriodicGc(false);
    } catch (LinkageError | RuntimeException e) {
      throw new OperationFailedException(
          "the numeric engine (ND4J) could not be loaded on "
              + System.getProperty("os.name")
              + " "
              + System.getProperty("os.arch")
              + ": "
              + rootMessage(e),
          e);
    }
    progress.report(1, 1, "Numeric engine loaded");
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }
}
