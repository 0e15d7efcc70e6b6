package latentlab.engine.layers.recurrent;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A matrix for each step, below each other in one memory: [steps * rows, columns], with the views
 * made once. One thread at a time.
 */
final class Steps {

  private final int rows;
  private final Matrix all;
  private final List<Matrix> single = new ArrayList<>();
  private final Matrix allButFirst;
  private final Matrix allButLast;

  Steps(int steps, int rows, int columns) {
    this.rows = rows;
    this.all = Matrix.allocate(Math.multiplyExact(steps, rows), columns);
    for (int step = 0; step < steps; step++) {
      single.add(range(step, step + 1));
    }
    this.allButFirst = range(Math.min(1, steps - 1), steps);
    this.allButLast = range(0, Math.max(1, steps - 1));
  }

  int count() {
    return single.size();
  }

  /** All steps: [steps * rows, columns]. */
  Matrix all() {
    return all;
  }

  /** One step: [rows, columns]. */
  Matrix at(int step) {
    return single.get(step);
  }

  /** Without the first step, where there are several. */
  Matrix allButFirst() {
    return allButFirst;
  }

  /** Without the last step, where there are several. */
  Matrix allButLast() {
    return allButLast;
  }

  private Matrix range(int from, int to) {
    int first = from * rows;
    int end = to * rows;
    return Matrix.over(
        all.array().get(NDArrayIndex.interval(first, end), NDArrayIndex.all()),
        end - first,
        all.columns());
  }

  /** Copies in sequences: [rows, steps * columns]. */
  void copyFrom(Matrix sequences, Workers workers) {
    int columns = all.columns();
    workers.run(
        rows,
        sequences.columns(),
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            for (int step = 0; step < count(); step++) {
              int source = (row * count() + step) * columns;
              all.buffer().put(offset(step, row), sequences.buffer(), source, columns);
            }
          }
        });
  }

  /** Copies out sequences: [rows, steps * columns]. */
  void copyTo(Matrix sequences, Workers workers) {
    int columns = all.columns();
    workers.run(
        rows,
        sequences.columns(),
        (part, from, to) -> {
          for (int row = from; row < to; row++) {
            for (int step = 0; step < count(); step++) {
              int target = (row * count() + step) * columns;
              sequences.buffer().put(target, all.buffer(), offset(step, row), columns);
            }
          }
        });
  }

  private int offset(int step, int row) {
    return (step * rows + row) * all.columns();
  }

  void close() {
    all.close();
  }
}
