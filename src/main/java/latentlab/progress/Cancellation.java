package latentlab.progress;

import java.util.concurrent.CancellationException;

/**
 * A request to stop, read by the work between two small pieces. Any thread may cancel; it cannot be
 * taken back.
 */
public final class Cancellation {

  private volatile boolean requested;

  /** Asks the work to stop. Calling it again changes nothing. */
  public void cancel() {
    requested = true;
  }

  /**
   * Whether the work was asked to stop.
   *
   * @return true after {@link #cancel()}
   */
  public boolean isRequested() {
    return requested;
  }

  /**
   * Ends the work here if it was asked to stop.
   *
   * @throws CancellationException after {@link #cancel()}
   */
  public void throwIfRequested() {
    if (requested) {
      throw new CancellationException("cancelled");
    }
  }
}
