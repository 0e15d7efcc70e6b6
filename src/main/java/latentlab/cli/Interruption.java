package latentlab.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import latentlab.progress.Cancellation;

/**
 * Ctrl-C asks the work to stop instead of killing it. Java then runs its shutdown hooks and halts
 * with the code 130; the hook made here holds that up until the work has come to its end.
 */
final class Interruption {

  /** Longer than any single step, but not so long that a stuck program must be killed. */
  private static final long PATIENCE_SECONDS = 20;

  private Interruption() {}

  /**
   * Does some work that Ctrl-C ends early.
   *
   * @param cancellation is requested on Ctrl-C
   * @param work asks the cancellation now and then
   * @return what the work returns
   */
  static int guard(Cancellation cancellation, IntSupplier work) {
    CountDownLatch workEnded = new CountDownLatch(1);
    Thread hook = new Thread(() -> stop(cancellation, workEnded), "ctrl-c");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.getAsInt();
    } finally {
      workEnded.countDown();
    }
  }

  private static void stop(Cancellation cancellation, CountDownLatch workEnded) {
    cancellation.cancel();
    boolean ended = false;
    try {
      ended = workEnded.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException halted) {
      Thread.currentThread().interrupt();
    }
    if (!ended) {
      System.err.println("latent-lab: did not stop in time and was ended");
    }
  }
}
