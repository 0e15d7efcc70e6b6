package latentlab.ui.bridge;

import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Brings answers to the JavaFX thread in order, and those that are about to come into the frame
 * that is about to be drawn. Without this a question asked by an input shows in two frames: one
 * with the input and a later one with its answer, which has to wait until the first is painted.
 */
public final class FrameHandover implements Executor {

  private final BlockingQueue<Runnable> waiting = new LinkedBlockingQueue<>();
  private final Executor uiThread;
  private final LongSupplier nanoTime;

  /** Whether the JavaFX thread takes the work itself, so that it need not be called. */
  private volatile boolean awaited;

  /**
   * Creates a handover with nothing in it.
   *
   * @param uiThread runs work on the JavaFX thread, later
   * @param nanoTime tells the time
   */
  public FrameHandover(Executor uiThread, LongSupplier nanoTime) {
    this.uiThread = uiThread;
    this.nanoTime = nanoTime;
  }

  /**
   * Hands over work. Any thread may call.
   *
   * @param work runs on the JavaFX thread, after the work that was handed over before
   */
  @Override
  public void execute(Runnable work) {
    waiting.add(work);
    if (!awaited) {
      uiThread.execute(this::runNext);
    }
  }

  /**
   * Runs what is handed over, as long as more is expected, before a frame is laid out. On the
   * JavaFX thread.
   *
   * @param expected whether the frame should have something that is not there yet
   * @param patience how long this may last, without the work itself; far shorter than a frame
   */
  public void awaitFor(BooleanSupplier expected, Duration patience) {
    if (!expected.getAsBoolean()) {
      return;
    }
    awaited = true;
    try {
      runUntil(nanoTime.getAsLong() + patience.toNanos(), expected);
    } finally {
      awaited = false;
      // What came before that and was not taken is called for by nobody else.
      waiting.forEach(work -> uiThread.execute(this::runNext));
    }
  }

  private void runUntil(long end, BooleanSupplier expected) {
    Runnable next = nextUntil(end);
    while (next != null) {
      next.run();
      next = expected.getAsBoolean() ? nextUntil(end) : null;
    }
  }

  private void runNext() {
    Runnable next = waiting.poll();
    if (next != null) {
      next.run();
    }
  }

  private @Nullable Runnable nextUntil(long end) {
    try {
      return waiting.poll(end - nanoTime.getAsLong(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
