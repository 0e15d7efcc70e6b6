package latentlab.engine;

import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.FeatureShape;

/**
 * Refuses batches that do not fit, before any native call: a crash there would end the whole
 * program. Holds scratch memory; one thread at a time.
 */
final class BatchCheck {

  private static final int BLOCK = 2048;

  /** Bit patterns of this magnitude and above are infinite or not a number. */
  private static final int INFINITE = 0x7f800000;

  private static final int MAGNITUDE = 0x7fffffff;

  private final String network;
  private final float[] block = new float[BLOCK];

  BatchCheck(String network) {
    this.network = network;
  }

  /** Inputs for a forward pass: one for each node, with equal numbers of rows, all finite. */
  void checkInputs(List<Matrix> inputs, List<Node> expected) {
    if (inputs.size() != expected.size()) {
      throw new IllegalArgumentException(
          String.format("%s takes %d inputs, not %d", network, expected.size(), inputs.size()));
    }
    int rows = inputs.get(0).rows();
    for (int i = 0; i < inputs.size(); i++) {
      String name = inputs.size() == 1 ? "input" : "input " + i;
      checkShape(name, inputs.get(i), expected.get(i).shape());
      checkRows(name, inputs.get(i), rows);
      checkFinite(name, inputs.get(i));
    }
  }

  void checkShape(String what, Matrix batch, FeatureShape expected) {
    if (batch.rows() < 1 || batch.columns() != expected.size()) {
      throw new IllegalArgumentException(
          String.format(
              "the %s of %s must be [rows, %d] (%s), not [%d, %d]",
              what, network, expected.size(), expected, batch.rows(), batch.columns()));
    }
  }

  void checkRows(String what, Matrix batch, int rows) {
    if (batch.rows() != rows) {
      throw new IllegalArgumentException(
          String.format(
              "the %s of %s must have %d rows, as the input had, not %d",
              what, network, rows, batch.rows()));
    }
  }

  private void checkFinite(String what, Matrix batch) {
    int length = batch.rows() * batch.columns();
    for (int from = 0; from < length; from += BLOCK) {
      int count = Math.min(BLOCK, length - from);
      batch.buffer().get(from, block, 0, count);
      if (largestBits(block, count) >= INFINITE) {
        throw new IllegalArgumentException(
            String.format(
                "the %s of %s must be finite, but row %d of [%d, %d] holds %s",
                what,
                network,
                (from + firstInfinite(block)) / batch.columns(),
                batch.rows(),
                batch.columns(),
                block[firstInfinite(block)]));
      }
    }
  }

  private static int largestBits(float[] values, int count) {
    int largest = 0;
    for (int i = 0; i < count; i++) {
      largest = Math.max(largest, Float.floatToRawIntBits(values[i]) & MAGNITUDE);
    }
    return largest;
  }

  private static int firstInfinite(float[] values) {
    int i = 0;
    while (Float.isFinite(values[i])) {
      i++;
    }
    return i;
  }
}
