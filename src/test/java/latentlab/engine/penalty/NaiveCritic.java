package latentlab.engine.penalty;

import java.util.List;
import java.util.Map;
import latentlab.engine.layers.LayerCase;

/** A critic as its definition says, in double precision, with each linear layer as one matrix. */
final class NaiveCritic {

  /**
   * A linear layer and what follows it.
   *
   * @param name of its parameters, such as {@code critic.0}
   * @param map makes the matrix from the weights
   * @param biasSharing how many neighbouring outputs have a bias each before they start again
   * @param leak the slope below zero of the activation; 1 for none
   */
  record Step(String name, WeightMap map, int biasSharing, double leak) {}

  /** From the weights of a layer to its matrix [outputs][inputs]. */
  @FunctionalInterface
  interface WeightMap {
    double[][] of(double[] weights);
  }

  private final List<Step> steps;

  NaiveCritic(Step... steps) {
    this.steps = List.of(steps);
  }

  /** |d f(x) / d x| for one example. */
  double slopeNorm(double[] x, Map<String, double[]> parameters) {
    double[][][] maps = new double[steps.size()][][];
    double[][] slopes = new double[steps.size()][];
    double[] value = x;
    for (int s = 0; s < maps.length; s++) {
      Step step = steps.get(s);
      maps[s] = step.map().of(LayerCase.get(parameters, step.name() + ".weight"));
      double[] bias = LayerCase.get(parameters, step.name() + ".bias");
      double[] next = new double[maps[s].length];
      slopes[s] = new double[next.length];
      for (int o = 0; o < next.length; o++) {
        double sum = bias[o % step.biasSharing()];
        for (int i = 0; i < value.length; i++) {
          sum += maps[s][o][i] * value[i];
        }
        slopes[s][o] = sum > 0 ? 1 : step.leak();
        next[o] = slopes[s][o] * sum;
      }
      value = next;
    }
    return Math.sqrt(sumOfSquares(back(maps, slopes)));
  }

  private static double[] back(double[][][] maps, double[][] slopes) {
    double[] error = {1};
    for (int s = maps.length - 1; s >= 0; s--) {
      double[] before = new double[maps[s][0].length];
      for (int o = 0; o < error.length; o++) {
        for (int i = 0; i < before.length; i++) {
          before[i] += error[o] * slopes[s][o] * maps[s][o][i];
        }
      }
      error = before;
    }
    return error;
  }

  private static double sumOfSquares(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return sum;
  }

  /** (lambda / n) sum (|g| - 1)^2. */
  double penalty(double[][] points, Map<String, double[]> parameters, double lambda) {
    double sum = 0;
    for (double[] x : points) {
      double away = slopeNorm(x, parameters) - 1;
      sum += away * away;
    }
    return lambda * sum / points.length;
  }
}
