package latentlab.engine.layers.recurrent;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;

/** Some rows of a step of a {@link GatedCell}, on the heap. One thread at a time. */
final class GatedBlock {

  static final int RESET = 0;
  static final int UPDATE = 1;
  static final int CANDIDATE = 2;

  private final float[] product;
  private final float[] reset;
  private final float[] update;
  private final float[] candidate;
  private final float[] recalled;
  private final float[] stateBefore;
  private final float[] state;

  /** For so many values of a gate. */
  GatedBlock(int size) {
    product = new float[size];
    reset = new float[size];
    update = new float[size];
    candidate = new float[size];
    recalled = new float[size];
    stateBefore = new float[size];
    state = new float[size];
  }

  /** Sums up what goes into the gates, but for what the candidate recalls of the state. */
  void readInputs(RowRange rows, Matrix inputs, TiledBias bias, TiledBias recurrentBias) {
    readGates(rows, inputs);
    add(reset, bias.ofGate(RESET));
    add(update, bias.ofGate(UPDATE));
    add(candidate, bias.ofGate(CANDIDATE));
    Arrays.fill(recalled, 0f);
    add(recalled, recurrentBias.ofGate(0));
  }

  /** Adds the recurrent products. */
  void addProducts(RowRange rows, Matrix products) {
    addProduct(rows, products, RESET, reset);
    addProduct(rows, products, UPDATE, update);
    addProduct(rows, products, CANDIDATE, recalled);
  }

  private void addProduct(RowRange rows, Matrix products, int gate, float[] sum) {
    rows.readGate(products, gate, product);
    add(sum, product);
  }

  /** Reads the states before a step. */
  void readStates(RowRange rows, Steps all, int step) {
    if (step > 0) {
      rows.read(all.at(step - 1), stateBefore);
    } else {
      Arrays.fill(stateBefore, 0f);
    }
  }

  void forward() {
    Squashing.sigmoid(reset);
    Squashing.sigmoid(update);
    addMultiplied(candidate, reset, recalled);
    Squashing.tanh(candidate, candidate);
    mix(update, candidate, stateBefore, state);
  }

  void writeGates(RowRange rows, Matrix gates) {
    rows.writeGate(reset, gates, RESET);
    rows.writeGate(update, gates, UPDATE);
    rows.writeGate(candidate, gates, CANDIDATE);
  }

  void writeStates(RowRange rows, Matrix recalledValues, Matrix states) {
    rows.write(recalled, recalledValues);
    rows.write(state, states);
  }

  void readGates(RowRange rows, Matrix gates) {
    rows.readGate(gates, RESET, reset);
    rows.readGate(gates, UPDATE, update);
    rows.readGate(gates, CANDIDATE, candidate);
  }

  void readErrors(RowRange rows, Matrix recalledValues, Matrix stateError) {
    rows.read(recalledValues, recalled);
    rows.read(stateError, state);
  }

  /**
   * Replaces gates by the errors of their sums, what was recalled by its error, and dL/dh after the
   * step by what the update gate passes on to h before it.
   */
  void backward() {
    throughMixture(update, candidate, stateBefore, state);
    throughReset(reset, candidate, recalled);
  }

  void writeErrors(RowRange rows, ProductErrors errors, int step) {
    writeGates(rows, errors.input().at(step));
    Matrix recurrent = errors.recurrent().at(step);
    rows.writeGate(reset, recurrent, RESET);
    rows.writeGate(update, recurrent, UPDATE);
    rows.writeGate(recalled, recurrent, CANDIDATE);
  }

  void writeStateError(RowRange rows, Matrix stateError) {
    rows.write(state, stateError);
  }

  private static void add(float[] sum, float[] added) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += added[k];
    }
  }

  private static void addMultiplied(float[] sum, float[] a, float[] b) {
    for (int k = 0; k < sum.length; k++) {
      sum[k] += a[k] * b[k];
    }
  }

  /** (1 - z) n + z h. */
  private static void mix(float[] z, float[] n, float[] before, float[] after) {
    for (int k = 0; k < after.length; k++) {
      after[k] = n[k] + z[k] * (before[k] - n[k]);
    }
  }

  /** From dL/dh' to the errors of z and n, and to the direct part of dL/dh. */
  private static void throughMixture(
      float[] update, float[] candidate, float[] before, float[] stateError) {
    for (int k = 0; k < update.length; k++) {
      float z = update[k];
      float n = candidate[k];
      float d = stateError[k];
      update[k] = d * (before[k] - n) * z * (1f - z);
      candidate[k] = d * (1f - z) * (1f - n * n);
      stateError[k] = d * z;
    }
  }

  /** From the error of n to those of r and of what was recalled. */
  private static void throughReset(float[] reset, float[] candidateError, float[] recalled) {
    for (int k = 0; k < reset.length; k++) {
      float r = reset[k];
      float d = candidateError[k];
      reset[k] = d * recalled[k] * r * (1f - r);
      recalled[k] = d * r;
    }
  }
}
