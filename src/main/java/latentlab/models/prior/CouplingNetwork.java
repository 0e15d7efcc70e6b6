package latentlab.models.prior;

import latentlab.storage.Tensors;

/**
 * The fitted network of one coupling, in double precision: two hidden layers with rectifiers, and a
 * linear one. Immutable.
 */
final class CouplingNetwork {

  private static final int LAYERS = 3;

  private final double[][] weights = new double[LAYERS][];
  private final double[][] biases = new double[LAYERS][];

  /**
   * From the tensors that the engine gives to a network of this name.
   *
   * @throws latentlab.failure.InvalidInputException if one is missing or not sound
   */
  CouplingNetwork(String name, int inputs, int hidden, int outputs, Tensors tensors) {
    int[] sizes = {inputs, hidden, hidden, outputs};
    for (int layer = 0; layer < LAYERS; layer++) {
      int in = sizes[layer];
      int out = sizes[layer + 1];
      String prefix = name + "." + layer;
      float[] stored = PriorTensors.values(tensors, prefix + ".weight", out, in);
      weights[layer] = new double[stored.length];
      for (int at = 0; at < stored.length; at++) {
        weights[layer][at % in * out + at / in] = stored[at];
      }
      float[] bias = PriorTensors.values(tensors, prefix + ".bias", out);
      biases[layer] = new double[out];
      for (int at = 0; at < out; at++) {
        biases[layer][at] = bias[at];
      }
    }
  }

  /** The outputs for one row of inputs. */
  double[] apply(double[] input) {
    double[] values = input;
    for (int layer = 0; layer < LAYERS; layer++) {
      values = layer(values, layer);
    }
    return values;
  }

  private double[] layer(double[] input, int layer) {
    double[] output = biases[layer].clone();
    double[] weight = weights[layer];
    for (int i = 0; i < input.length; i++) {
      double value = layer == 0 ? input[i] : Math.max(0, input[i]);
      int start = i * output.length;
      for (int o = 0; value != 0 && o < output.length; o++) {
        output[o] += value * weight[start + o];
      }
    }
    return output;
  }
}
