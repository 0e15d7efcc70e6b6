package latentlab.engine.layers.recurrent;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.IntFunction;
import latentlab.engine.kernels.Workers;

/**
 * Goes over the rows of a step in blocks that stay in the first-level cache, on all cores.
 *
 * @param <T> the memory for a block; each part of the work has its own
 */
final class Blocks<T> {

  /** Floats of one gate in a block: those of all gates fit into the cache together. */
  private static final int FLOATS = 512;

  private final Workers workers;
  private final int rows;
  private final int units;
  private final int rowsInBlock;
  private final List<T> memory = new ArrayList<>();

  /** For a batch; {@code made} makes the memory for so many values of a gate. */
  Blocks(Workers workers, int rows, int units, IntFunction<T> made) {
    this.workers = workers;
    this.rows = rows;
    this.units = units;
    this.rowsInBlock = Math.min(rows, Math.max(1, FLOATS / units));
    for (int part = 0; part < workers.parts(); part++) {
      memory.add(made.apply(rowsInBlock * units));
    }
  }

  /** How many rows a block has, but for the last ones. */
  int rowsInBlock() {
    return rowsInBlock;
  }

  /** Works on each block; called from several threads at once, with different memory. */
  void forEach(int gates, BiConsumer<T, RowRange> work) {
    workers.run(
        rows,
        gates * units,
        (part, from, to) -> {
          for (int row = from; row < to; row += rowsInBlock) {
            work.accept(
                memory.get(part), new RowRange(row, Math.min(rowsInBlock, to - row), units));
          }
        });
  }
}
