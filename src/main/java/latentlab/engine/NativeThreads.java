package latentlab.engine;

import java.util.Map;
import java.util.OptionalInt;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.nativeblas.NativeOpsHolder;

/**
 * How many threads the native libraries use. They take the number from OMP_NUM_THREADS when they
 * are loaded, which is why the start script sets it; a program started without the script can only
 * change it afterwards, which the thread pools that were made by then may not follow.
 */
public final class NativeThreads {

  private static final String VARIABLE = "OMP_NUM_THREADS";

  private NativeThreads() {}

  /**
   * Sees to it that the libraries use as many threads as were asked for.
   *
   * @param asked the number of threads; nothing is done where it is empty
   * @param environment the environment of this process
   */
  public static void apply(OptionalInt asked, Map<String, String> environment) {
    if (asked.isEmpty() || String.valueOf(asked.getAsInt()).equals(environment.get(VARIABLE))) {
      return;
    }
    NativeOpsHolder.getInstance().getDeviceNativeOps().setOmpNumThreads(asked.getAsInt());
    Nd4j.factory().blas().setMaxThreads(asked.getAsInt());
  }

  /**
   * How many threads the native libraries use now.
   *
   * @return at least 1
   */
  static int maximum() {
    Nd4j.factory(); // Loads the library, before which its operations cannot be asked.
    return Math.max(1, NativeOpsHolder.getInstance().getDeviceNativeOps().ompGetMaxThreads());
  }

  /**
   * The number of threads in use.
   *
   * @param asked what the option says
   * @param environment the environment of this process
   * @return the option's number, else the environment's, else that of the processors
   */
  public static int inUse(OptionalInt asked, Map<String, String> environment) {
    String set = environment.getOrDefault(VARIABLE, "");
    if (asked.isPresent()) {
      return asked.getAsInt();
    }
    return set.matches("[1-9][0-9]{0,3}")
        ? Integer.parseInt(set)
        : Runtime.getRuntime().availableProcessors();
  }
}
