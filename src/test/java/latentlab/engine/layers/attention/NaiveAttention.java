package latentlab.engine.layers.attention;

import static latentlab.engine.layers.LayerCase.get;

import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.primitives.FeatureShape;

/** Self-attention as loops in double precision that follow the definition. */
final class NaiveAttention {

  private NaiveAttention() {}

  static NaiveOfOne of(FeatureShape shape, boolean causal) {
    int channels = shape.channels();
    return (x, parameters) -> {
      double[] qkv =
          eachPixel(x, channels, get(parameters, "qkv.weight"), get(parameters, "qkv.bias"));
      double[] context = new double[x.length];
      for (int image = 0; image < x.length / shape.size(); image++) {
        for (int i = 0; i < shape.pixels(); i++) {
          int first = image * shape.pixels();
          attend(qkv, context, channels, first, first + i, causal ? i + 1 : shape.pixels());
        }
      }
      return eachPixel(
          context,
          channels,
          get(parameters, "projection.weight"),
          get(parameters, "projection.bias"));
    };
  }

  private static void attend(
      double[] qkv, double[] context, int channels, int first, int pixel, int seen) {
    double[] weights = new double[seen];
    double largest = Double.NEGATIVE_INFINITY;
    for (int j = 0; j < seen; j++) {
      for (int c = 0; c < channels; c++) {
        weights[j] +=
            qkv[3 * channels * pixel + c] * qkv[3 * channels * (first + j) + channels + c];
      }
      weights[j] /= Math.sqrt(channels);
      largest = Math.max(largest, weights[j]);
    }
    double sum = 0;
    for (int j = 0; j < seen; j++) {
      weights[j] = Math.exp(weights[j] - largest);
      sum += weights[j];
    }
    for (int j = 0; j < seen; j++) {
      for (int c = 0; c < channels; c++) {
        context[channels * pixel + c] +=
            weights[j] / sum * qkv[3 * channels * (first + j) + 2 * channels + c];
      }
    }
  }

  private static double[] eachPixel(double[] x, int inputs, double[] weight, double[] bias) {
    int outputs = bias.length;
    double[] y = new double[x.length / inputs * outputs];
    for (int pixel = 0; pixel < x.length / inputs; pixel++) {
      for (int o = 0; o < outputs; o++) {
        double sum = bias[o];
        for (int i = 0; i < inputs; i++) {
          sum += weight[o * inputs + i] * x[pixel * inputs + i];
        }
        y[pixel * outputs + o] = sum;
      }
    }
    return y;
  }
}
