package latentlab.ui.latent;

/**
 * Holds back what is repeated while a model changes: so many times a second at most, and never more
 * than a share of the time. Times are in nanoseconds of one clock.
 */
final class RefreshPace {

  private final long shortestInterval;
  private final int restPerWork;
  private boolean wanted;
  private boolean running;
  private long started;
  private long next;

  /**
   * A pace at which nothing has been done yet.
   *
   * @param shortestInterval from one start to the next
   * @param restPerWork a start follows after so many times as long as the work took
   */
  RefreshPace(long shortestInterval, int restPerWork) {
    this.shortestInterval = shortestInterval;
    this.restPerWork = restPerWork;
    next = Long.MIN_VALUE;
  }

  /** There is something new to show. */
  void want() {
    wanted = true;
  }

  /** Whether something new has not been started to be shown. */
  boolean isWanted() {
    return wanted;
  }

  /** Whether it may start now. */
  boolean isDue(long now) {
    return wanted && !running && (next == Long.MIN_VALUE || now - next >= 0);
  }

  /** It starts now, whether or not it was due. */
  void start(long now) {
    wanted = false;
    running = true;
    started = now;
  }

  /** It is done, or given up. */
  void finish(long now) {
    running = false;
    next = started + Math.max(shortestInterval, (now - started) * restPerWork);
  }
}
