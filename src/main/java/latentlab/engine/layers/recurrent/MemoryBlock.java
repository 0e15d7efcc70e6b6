package latentlab.engine.layers.recurrent;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;

/** Some rows of a step of a {@link MemoryCell}, on the heap. One thread at a time. */
final class MemoryBlock {

  static final int INPUT = 0;
  static final int FORGET = 1;
  static final int CANDIDATE = 2;
  static final int OUTPUT = 3;

  private final float[] product;
  private final float[] input;
  private final float[] forget;
  private final float[] candidate;
  private final float[] output;
  private final float[] cellsBefore;
  private final float[] cells;
  private final float[] squashed;
  private final float[] state;

  /** For so many values of a gate. */
  MemoryBlock(int size) {
    product = new float[size];
    input = new float[size];
    forget = new float[size];
    candidate = new float[size];
    output = new float[size];
    cellsBefore = new float[size];
    cells = new float[size];
    squashed = new float[size];
    state = new float[size];
  }

  /** Sums up what goes into the gates. */
  void readInputs(RowRange rows, Matrix inputs, TiledBias bias) {
    readGates(rows, inputs);
    add(input, bias.ofGate(INPUT));
    add(forget, bias.ofGate(FORGET));
    add(candidate, bias.ofGate(CANDIDATE));
    add(output, bias.ofGate(OUTPUT));
  }

  /** Adds the recurrent products to what goes into the gates. */
  void addProducts(RowRange rows, Matrix products) {
    addProduct(rows, products, INPUT, input);
    addProduct(rows, products, FORGET, forget);
    addProduct(rows, products, CANDIDATE, candidate);
    addProduct(rows, products, OUTPUT, output);
  }

  private void addProduct(RowRange rows, Matrix products, int gate, float[] sum) {
    rows.readGate(products, gate, product);
    add(sum, product);
  }

  /** Reads the cells before a step. */
  void readCells(RowRange rows, Steps all, int step) {
    if (step > 0) {
      rows.read(all.at(step - 1), cellsBefore);
    } else {
      Arrays.fill(cellsBefore, 0f);
    }
  }

  void forward() {
    Squashing.sigmoid(input);
    Squashing.sigmoid(forget);
    Squashing.tanh(candidate, candidate);
    Squashing.sigmoid(output);
    remember(input, forget, candidate, cellsBefore, cells);
    Squashing.tanh(cells, squashed);
    multiply(output, squashed, state);
  }

  void writeGates(RowRange rows, Matrix gates) {
    rows.writeGate(input, gates, INPUT);
    rows.writeGate(forget, gates, FORGET);
    rows.writeGate(candidate, gates, CANDIDATE);
    rows.writeGate(output, gates, OUTPUT);
  }

  void writeStates(RowRange rows, Matrix cellValues, Matrix squashedValues, Matrix states) {
    rows.write(cells, cellValues);
    rows.write(squashed, squashedValues);
    rows.write(state, states);
  }

  void readGates(RowRange rows, Matrix gates) {
    rows.readGate(gates, INPUT, input);
    rows.readGate(gates, FORGET, forget);
    rows.readGate(gates, CANDIDATE, candidate);
    rows.readGate(gates, OUTPUT, output);
  }

  /** Reads dL/dh and dL/dc after a step; the latter is zero after the last. */
  void readErrors(RowRange rows, Matrix squashedValues, Matrix stateError) {
    rows.read(squashedValues, squashed);
    rows.read(stateError, state);
    Arrays.fill(cells, 0f);
  }

  void readCellError(RowRange rows, Matrix cellError) {
    rows.read(cellError, cells);
  }

  /** Replaces gates by the errors of their sums, and dL/dc after the step by that before it. */
  void backward() {
    throughOutput(output, state, squashed, cells);
    throughGates(input, forget, candidate, cellsBefore, cells);
  }

  void writeCellError(RowRange rows, Matrix cellError) {
    rows.write(cells, cellError);
  }

  private static void add(float[] sum, float[] added) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += added[k];
    }
  }

  private static void multiply(float[] a, float[] b, float[] product) {
    for (int k = 0; k < product.length; k++) {
      product[k] = a[k] * b[k];
    }
  }

  /** c' = f c + i g. */
  private static void remember(float[] i, float[] f, float[] g, float[] before, float[] after) {
    for (int k = 0; k < after.length; k++) {
      after[k] = f[k] * before[k] + i[k] * g[k];
    }
  }

  /** From dL/dh to the error of o, and to dL/dc, which it is added to. */
  private static void throughOutput(
      float[] output, float[] stateError, float[] squashed, float[] cellError) {
    for (int k = 0; k < output.length; k++) {
      float o = output[k];
      float s = squashed[k];
      float d = stateError[k];
      output[k] = d * s * o * (1f - o);
      cellError[k] += d * o * (1f - s * s);
    }
  }

  /** From dL/dc' to the errors of i, f and g, and to dL/dc. */
  private static void throughGates(
      float[] input, float[] forget, float[] candidate, float[] before, float[] cellError) {
    for (int k = 0; k < input.length; k++) {
      float i = input[k];
      float f = forget[k];
      float g = candidate[k];
      float d = cellError[k];
      input[k] = d * g * i * (1f - i);
      forget[k] = d * before[k] * f * (1f - f);
      candidate[k] = d * i * (1f - g * g);
      cellError[k] = d * f;
    }
  }
}
