package latentlab.engine.layers.recurrent;

import static latentlab.engine.layers.LayerCase.get;

import java.util.Map;
import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.primitives.FeatureShape;

/** What recurrent layers compute, as loops in double precision that follow the definitions. */
final class NaiveRecurrence {

  private final int steps;
  private final int features;
  private final int units;
  private final StateOutput output;

  NaiveRecurrence(FeatureShape shape, int units, StateOutput output) {
    this.steps = shape.height();
    this.features = shape.width() * shape.channels();
    this.units = units;
    this.output = output;
  }

  /** Computes the state after a step: x[at...] are its values, h and c those before, changed. */
  private interface Step {
    void advance(double[] x, int at, double[] h, double[] c);
  }

  NaiveOfOne gatedRecurrentUnit() {
    return (x, parameters) -> unroll(x, (values, at, h, c) -> gated(parameters, values, at, h));
  }

  NaiveOfOne longShortTermMemory() {
    return (x, parameters) -> unroll(x, (values, at, h, c) -> memory(parameters, values, at, h, c));
  }

  private double[] unroll(double[] x, Step step) {
    int rows = x.length / (steps * features);
    boolean every = output == StateOutput.EVERY_STEP;
    double[] y = new double[rows * (every ? steps : 1) * units];
    for (int row = 0; row < rows; row++) {
      double[] h = new double[units];
      double[] c = new double[units];
      for (int t = 0; t < steps; t++) {
        step.advance(x, (row * steps + t) * features, h, c);
        int to = every ? row * steps + t : row;
        System.arraycopy(h, 0, y, to * units, units);
      }
    }
    return y;
  }

  private void gated(Map<String, double[]> parameters, double[] x, int at, double[] h) {
    double[] b = get(parameters, "bias");
    double[] c = get(parameters, "recurrent_bias");
    double[] before = h.clone();
    for (int u = 0; u < units; u++) {
      int reset = u;
      int update = units + u;
      int candidate = 2 * units + u;
      double r =
          sigmoid(input(parameters, reset, x, at) + recurrent(parameters, reset, before) + b[u]);
      double z =
          sigmoid(
              input(parameters, update, x, at) + recurrent(parameters, update, before) + b[update]);
      double n =
          Math.tanh(
              input(parameters, candidate, x, at)
                  + b[candidate]
                  + r * (recurrent(parameters, candidate, before) + c[u]));
      h[u] = (1 - z) * n + z * before[u];
    }
  }

  private void memory(
      Map<String, double[]> parameters, double[] x, int at, double[] h, double[] c) {
    double[] before = h.clone();
    for (int u = 0; u < units; u++) {
      double[] sums = new double[4];
      for (int gate = 0; gate < 4; gate++) {
        int row = gate * units + u;
        sums[gate] =
            input(parameters, row, x, at)
                + recurrent(parameters, row, before)
                + get(parameters, "bias")[row];
      }
      c[u] = sigmoid(sums[1]) * c[u] + sigmoid(sums[0]) * Math.tanh(sums[2]);
      h[u] = sigmoid(sums[3]) * Math.tanh(c[u]);
    }
  }

  private double input(Map<String, double[]> parameters, int row, double[] x, int at) {
    double[] w = get(parameters, "weight");
    double sum = 0;
    for (int i = 0; i < features; i++) {
      sum += w[row * features + i] * x[at + i];
    }
    return sum;
  }

  private double recurrent(Map<String, double[]> parameters, int row, double[] h) {
    double[] r = get(parameters, "recurrent_weight");
    double sum = 0;
    for (int i = 0; i < units; i++) {
      sum += r[row * units + i] * h[i];
    }
    return sum;
  }

  private static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }
}
