package latentlab.progress;

/**
 * Receives the progress of one long piece of work. Called by the thread that works; implementations
 * return at once.
 */
@FunctionalInterface
public interface Progress {

  /** Ignores what it is told. */
  Progress NONE = (done, total, what) -> {};

  /**
   * Work has come this far.
   *
   * @param done units done, from 0 to {@code total}
   * @param total units in all, or -1 where that is not known
   * @param what what is being done, in a few words for the user
   */
  void report(long done, long total, String what);
}
