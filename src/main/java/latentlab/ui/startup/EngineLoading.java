package latentlab.ui.startup;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import latentlab.engine.NativeRuntime;
import latentlab.progress.Progress;

/** Loads the numeric engine of a program that has a window. */
public final class EngineLoading {

  private EngineLoading() {}

  /**
   * Loads the engine, most of it on the calling thread and its last tenth of a second on that of
   * the window, which loads native libraries of its own and must not do so meanwhile. Returns when
   * the engine is ready. Not on the JavaFX thread.
   *
   * @param uiThread runs work on the JavaFX thread, later
   * @throws latentlab.failure.OperationFailedException if the libraries do not run here
   * @throws java.util.concurrent.CompletionException if ND4J does not become ready; its cause says
   *     why
   */
  public static void loadFor(Executor uiThread) {
    NativeRuntime.loadLibraries();
    CompletableFuture.runAsync(() -> NativeRuntime.load(Progress.NONE), uiThread).join();
  }
}
