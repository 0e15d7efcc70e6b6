package latentlab.engine.penalty;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.LayerCheck;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.PrimitivesForTests;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Critics with random weights and biases, batches for them, and copies of what they give. */
final class CriticBatches {

  private CriticBatches() {}

  static Network critic(String primitives, NetworkPlan plan) {
    Network network =
        Network.of(
            plan,
            new Adam(1e-2),
            new Seed(3),
            PrimitivesForTests.named(primitives),
            SharedParameters.NONE);
    Map<String, Tensor> weights = new LinkedHashMap<>();
    network
        .weights()
        .byName()
        .forEach(
            (name, tensor) ->
                weights.put(name, name.endsWith(".bias") ? bias(name, tensor) : tensor));
    network.setWeights(new Tensors(weights));
    return network;
  }

  /** Biases start at 0, which would hide them. */
  private static Tensor bias(String name, Tensor tensor) {
    float[] values = LayerCheck.gaussian(tensor.values().length, new Seed(8).derive(name));
    return new Tensor(tensor.shape(), values);
  }

  static Matrix points(NetworkPlan plan, int rows) {
    int columns = plan.inputs().get(0).shape().size();
    return matrix(LayerCheck.gaussian(rows * columns, new Seed(21)), rows);
  }

  static Matrix pull(int rows) {
    return matrix(LayerCheck.gaussian(rows, new Seed(22)), rows);
  }

  static Matrix ones(int rows) {
    float[] values = new float[rows];
    Arrays.fill(values, 1f);
    return matrix(values, rows);
  }

  static Matrix matrix(float[] values, int rows) {
    Matrix matrix = Matrix.allocate(rows, values.length / rows);
    matrix.copyFrom(values);
    return matrix;
  }

  static float[] values(Matrix matrix) {
    float[] values = new float[matrix.rows() * matrix.columns()];
    matrix.copyTo(values);
    return values;
  }

  static double[][] doubles(Matrix points) {
    float[] values = values(points);
    double[][] rows = new double[points.rows()][points.columns()];
    for (int i = 0; i < values.length; i++) {
      rows[i / points.columns()][i % points.columns()] = values[i];
    }
    return rows;
  }

  static Map<String, double[]> doubles(Tensors tensors) {
    Map<String, double[]> copies = new LinkedHashMap<>();
    tensors
        .byName()
        .forEach(
            (name, tensor) -> {
              double[] values = new double[tensor.values().length];
              for (int i = 0; i < values.length; i++) {
                values[i] = tensor.values()[i];
              }
              copies.put(name, values);
            });
    return copies;
  }

  /** The largest magnitude. */
  static double largest(float[] values) {
    double largest = 0;
    for (float value : values) {
      largest = Math.max(largest, Math.abs(value));
    }
    return largest;
  }
}
