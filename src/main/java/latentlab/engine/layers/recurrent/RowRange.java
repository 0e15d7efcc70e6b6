package latentlab.engine.layers.recurrent;

import latentlab.engine.kernels.Matrix;

/**
 * Neighbouring rows of a step, whose gates are copied apart to the heap: one array for each gate,
 * because the compiler vectorises only loops that use the same index for all arrays.
 *
 * @param first the first row
 * @param count how many
 * @param units the size of a gate
 */
record RowRange(int first, int count, int units) {

  void read(Matrix source, float[] target) {
    source.buffer().get(first * units, target, 0, count * units);
  }

  void write(float[] source, Matrix target) {
    target.buffer().put(first * units, source, 0, count * units);
  }

  void readGate(Matrix source, int gate, float[] target) {
    int columns = source.columns();
    for (int row = 0; row < count; row++) {
      int at = (first + row) * columns + gate * units;
      source.buffer().get(at, target, row * units, units);
    }
  }

  void writeGate(float[] source, Matrix target, int gate) {
    int columns = target.columns();
    for (int row = 0; row < count; row++) {
      int at = (first + row) * columns + gate * units;
      target.buffer().put(at, source, row * units, units);
    }
  }
}
