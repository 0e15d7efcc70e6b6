package latentlab.engine.layers.normalization;

import static latentlab.engine.layers.LayerCase.get;

import java.util.function.DoubleUnaryOperator;
import java.util.function.IntUnaryOperator;
import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.primitives.FeatureShape;

/** What normalising layers compute, as loops in double precision that follow the definitions. */
final class NaiveNormalization {

  private static final double EPSILON = 1e-5;

  private NaiveNormalization() {}

  static double silu(double x) {
    return x / (1 + Math.exp(-x));
  }

  /** Each image over all pixels and the channels of a group; scale and shift for each channel. */
  static NaiveOfOne groups(FeatureShape shape, int groups, DoubleUnaryOperator function) {
    int channels = shape.channels();
    return overSets(
        i -> i / shape.size() * groups + i % channels / (channels / groups),
        i -> i % channels,
        function);
  }

  /** Each channel over all pixels and images. */
  static NaiveOfOne batch(FeatureShape shape, DoubleUnaryOperator function) {
    return overSets(i -> i % shape.channels(), i -> i % shape.channels(), function);
  }

  /** Runs of neighbouring values; scale and shift for each place in a run. */
  static NaiveOfOne runs(int length) {
    return overSets(i -> i / length, i -> i % length, x -> x);
  }

  /**
   * Normalises sets of values.
   *
   * @param set in which set a value is
   * @param scaled which scale and shift it has
   */
  private static NaiveOfOne overSets(
      IntUnaryOperator set, IntUnaryOperator scaled, DoubleUnaryOperator function) {
    return (x, parameters) -> {
      double[] scaleShift = get(parameters, "scale_shift");
      double[] sum = new double[x.length];
      double[] square = new double[x.length];
      double[] count = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        sum[set.applyAsInt(i)] += x[i];
        count[set.applyAsInt(i)]++;
      }
      for (int i = 0; i < x.length; i++) {
        int s = set.applyAsInt(i);
        square[s] += Math.pow(x[i] - sum[s] / count[s], 2);
      }
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        int s = set.applyAsInt(i);
        int p = scaled.applyAsInt(i);
        double h = (x[i] - sum[s] / count[s]) / Math.sqrt(square[s] / count[s] + EPSILON);
        y[i] = function.applyAsDouble(h * scaleShift[p] + scaleShift[scaleShift.length / 2 + p]);
      }
      return y;
    };
  }
}
