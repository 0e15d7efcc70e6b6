package latentlab.models.prior;

import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** One coupling while it is trained, on batches. Owned by one thread. */
final class CouplingTraining implements AutoCloseable {

  private final Coupling coupling;
  private final int size;
  private final Network network;
  private final MatrixBuffer input;
  private final BatchMemory<Memory> memory;

  CouplingTraining(int index, Coupling coupling, int size, PriorSettings settings, Seed seed) {
    int outputs = 2 * coupling.moved().length;
    Dense hidden =
        new Dense(settings.hiddenWidth(), WeightRule.HE_UNIFORM, ActivationFunction.RELU);
    this.coupling = coupling;
    this.size = size;
    this.network =
        Network.of(
            NetworkPlan.sequence(
                Coupling.name(index),
                FeatureShape.vector(coupling.kept().length),
                List.of(hidden, hidden, new Dense(outputs, WeightRule.ZERO))),
            new Adam(settings.learningRate()),
            seed);
    this.input = new MatrixBuffer(coupling.kept().length);
    this.memory =
        new BatchMemory<>(rows -> new Memory(rows, coupling.kept().length, outputs), Memory::close);
  }

  Network network() {
    return network;
  }

  /**
   * Replaces each row y of a batch [rows, size] by the coupling's image of it; returns the sum of
   * all s. What the backward pass needs is kept.
   */
  double forward(float[] y, int rows) {
    Memory batch = memory.forRows(rows);
    int[] moved = coupling.moved();
    gather(y, rows, coupling.kept(), batch.kept);
    batch.output(network.forward(input.fill(batch.kept, 0, rows)));
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      int out = row * 2 * moved.length;
      for (int j = 0; j < moved.length; j++) {
        float tangent = (float) Math.tanh(batch.output[out + j]);
        float scale = (float) Coupling.SCALE_BOUND * tangent;
        float factor = (float) Math.exp(scale);
        int at = row * size + moved[j];
        int kept = row * moved.length + j;
        batch.moved[kept] = y[at];
        batch.tangent[kept] = tangent;
        batch.factor[kept] = factor;
        y[at] = y[at] * factor + batch.output[out + moved.length + j];
        sum += scale;
      }
    }
    return sum;
  }

  /**
   * Replaces the derivatives of the loss by what {@link #forward} gave, [rows, size], by those by
   * what it was given, and leaves those by the weights in the network. The loss is less by s times
   * the weight for each s.
   */
  void backward(float[] error, int rows, float weight) {
    Memory batch = memory.forRows(rows);
    int[] moved = coupling.moved();
    float bound = (float) Coupling.SCALE_BOUND;
    for (int row = 0; row < rows; row++) {
      int out = row * 2 * moved.length;
      for (int j = 0; j < moved.length; j++) {
        int at = row * size + moved[j];
        int kept = row * moved.length + j;
        float tangent = batch.tangent[kept];
        float byScale = error[at] * batch.moved[kept] * batch.factor[kept] - weight;
        batch.output[out + j] = byScale * bound * (1 - tangent * tangent);
        batch.output[out + moved.length + j] = error[at];
        error[at] *= batch.factor[kept];
      }
    }
    network.backward(batch.outputError()).copyTo(batch.kept);
    int[] kept = coupling.kept();
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < kept.length; j++) {
        error[row * size + kept[j]] += batch.kept[row * kept.length + j];
      }
    }
  }

  private void gather(float[] y, int rows, int[] columns, float[] target) {
    for (int row = 0; row < rows; row++) {
      for (int j = 0; j < columns.length; j++) {
        target[row * columns.length + j] = y[row * size + columns[j]];
      }
    }
  }

  @Override
  public void close() {
    network.close();
    input.close();
    memory.clear();
  }

  /** What is kept of a batch between the passes. */
  private static final class Memory {
    final float[] kept;
    final float[] output;
    final float[] moved;
    final float[] tangent;
    final float[] factor;
    private final Matrix error;

    Memory(int rows, int keptCount, int outputs) {
      kept = new float[rows * keptCount];
      output = new float[rows * outputs];
      moved = new float[output.length / 2];
      tangent = new float[moved.length];
      factor = new float[moved.length];
      error = Matrix.allocate(rows, outputs);
    }

    void output(Matrix given) {
      given.copyTo(output);
    }

    Matrix outputError() {
      error.copyFrom(output);
      return error;
    }

    void close() {
      error.close();
    }
  }
}
