package latentlab.engine.kernels;

import java.util.stream.IntStream;

/**
 * Splits Java loops over cores. The calling thread takes part and waits for the others; parts are
 * the same in each call, so that results are too. Nothing is kept: any thread may call.
 */
public final class Workers {

  /** Below this, handing work over costs more than it saves. */
  private static final int ELEMENTS_WORTH_SPLITTING = 65_536;

  private final int parts;

  /**
   * Starts nothing yet.
   *
   * @param threads how many parts, at least 1
   */
  public Workers(int threads) {
    this.parts = Math.max(1, threads);
  }

  /**
   * The largest number of parts, for those who need memory for each.
   *
   * @return at least 1
   */
  public int parts() {
    return parts;
  }

  /**
   * Runs a loop.
   *
   * @param items how many there are
   * @param elements the number of floats in one item, which tells whether splitting pays
   * @param loop does a range of them; called from several threads at once
   */
  public void run(int items, int elements, Loop loop) {
    int split = (long) items * elements < ELEMENTS_WORTH_SPLITTING ? 1 : Math.min(parts, items);
    if (split == 1) {
      loop.run(0, 0, items);
      return;
    }
    IntStream.range(0, split)
        .parallel()
        .forEach(part -> loop.run(part, from(part, split, items), from(part + 1, split, items)));
  }

  private static int from(int part, int split, int items) {
    return (int) ((long) items * part / split);
  }

  /** The body of a loop over a range of items. */
  @FunctionalInterface
  public interface Loop {

    /**
     * Does some of the items.
     *
     * @param part which of the parts this is, from 0
     * @param from the first item
     * @param to the item after the last
     */
    void run(int part, int from, int to);
  }
}
