package latentlab.engine.kernels;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Memory that a layer needs for a batch, kept for the batch sizes used last: training, validation,
 * a single picture and a grid of them take turns without allocating. Owned by one thread.
 *
 * @param <T> the memory for one batch size
 */
public final class BatchMemory<T> {

  /** Training batch, its smaller last one, validation, one picture and a grid of them. */
  private static final int SIZES_KEPT = 6;

  private final IntFunction<T> allocation;
  private final Consumer<T> release;
  private final LinkedHashMap<Integer, T> bySize = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * Allocates nothing yet.
   *
   * @param allocation makes the memory for a number of rows
   * @param release gives it back
   */
  public BatchMemory(IntFunction<T> allocation, Consumer<T> release) {
    this.allocation = allocation;
    this.release = release;
  }

  /**
   * The memory for a batch.
   *
   * @param rows the size of the batch
   * @return the same memory each time, with whatever was last written into it
   */
  public T forRows(int rows) {
    T known = bySize.get(rows);
    if (known != null) {
      return known;
    }
    if (bySize.size() == SIZES_KEPT) {
      Map.Entry<Integer, T> eldest = bySize.entrySet().iterator().next();
      bySize.remove(eldest.getKey());
      release.accept(eldest.getValue());
    }
    T made = allocation.apply(rows);
    bySize.put(rows, made);
    return made;
  }

  /** Gives all memory back. */
  public void clear() {
    bySize.values().forEach(release);
    bySize.clear();
  }
}
