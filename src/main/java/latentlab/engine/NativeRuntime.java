package latentlab.engine;

import latentlab.failure.OperationFailedException;
import latentlab.progress.Progress;
import org.bytedeco.javacpp.Loader;
import org.nd4j.linalg.cpu.nativecpu.bindings.Nd4jCpu;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The native libraries underneath ND4J, which are loaded in two steps: most of the time goes into
 * the libraries themselves, which may happen beside anything else, and a tenth of a second into
 * making ND4J ready, which may not.
 */
public final class NativeRuntime {

  private NativeRuntime() {}

  /**
   * Loads the native libraries without making ND4J ready. The very first time on a machine they are
   * unpacked to the user's cache folder, over 300 MB, which takes several seconds; afterwards half
   * a second. Any thread may call; further calls return at once.
   *
   * @throws OperationFailedException if they cannot be unpacked or do not run on this processor or
   *     system
   */
  public static void loadLibraries() {
    try {
      Loader.load(Nd4jCpu.class);
    } catch (LinkageError | RuntimeException e) {
      throw cannotLoad(e);
    }
  }

  /**
   * Loads the native libraries and makes ND4J ready. Further calls return at once.
   *
   * <p>On its way ND4J looks for functions of its libraries while the C library has its list of
   * libraries locked, in the order opposite to that of a thread that loads a library: both would
   * wait for each other for ever (seen with JavaCPP 1.5.7 and glibc 2.36). So no other thread may
   * load native libraries meanwhile. Where there is a window, its thread does: call this there,
   * after {@link #loadLibraries} elsewhere.
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
      throw cannotLoad(e);
    }
    progress.report(1, 1, "Numeric engine loaded");
  }

  private static OperationFailedException cannotLoad(Throwable e) {
    return new OperationFailedException(
        "the numeric engine (ND4J) could not be loaded on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + ": "
            + rootMessage(e),
        e);
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse(root.toString());
  }
}
