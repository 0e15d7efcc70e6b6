package latentlab.training;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Holds a training before each step until the test lets it pass. */
final class Gate implements LongConsumer {

  private final Semaphore arrivals = new Semaphore(0);
  private final Semaphore permits = new Semaphore(0);

  @Override
  public void accept(long step) {
    arrivals.release();
    acquire(permits);
  }

  /** Waits until a step has begun. */
  void awaitArrival() {
    acquire(arrivals);
  }

  void letPass(int steps) {
    permits.release(steps);
  }

  private static void acquire(Semaphore semaphore) {
    try {
      if (!semaphore.tryAcquire(20, TimeUnit.SECONDS)) {
        throw new AssertionError("nobody came");
      }
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
