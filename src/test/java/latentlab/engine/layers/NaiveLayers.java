package latentlab.engine.layers;

import static latentlab.engine.layers.LayerCase.get;

import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.NormalizationPrimitive;
import latentlab.engine.primitives.Padding;

/** What layers compute, as loops in double precision that follow the definitions. */
final class NaiveLayers {

  private NaiveLayers() {}

  static NaiveOfOne dense(int inputs, int outputs) {
    return (x, parameters) -> {
      double[] w = get(parameters, "weight");
      int rows = x.length / inputs;
      double[] y = new double[rows * outputs];
      for (int r = 0; r < rows; r++) {
        for (int o = 0; o < outputs; o++) {
          double sum = get(parameters, "bias")[o];
          for (int i = 0; i < inputs; i++) {
            sum += w[o * inputs + i] * x[r * inputs + i];
          }
          y[r * outputs + o] = sum;
        }
      }
      return y;
    };
  }

  /** Visits every product of a convolution from one shape to another. */
  private static void eachProduct(
      FeatureShape in, FeatureShape out, int kernel, int stride, Padding padding, Product visit) {
    int top = before(in.height(), out.height(), kernel, stride, padding);
    int left = before(in.width(), out.width(), kernel, stride, padding);
    for (int oy = 0; oy < out.height(); oy++) {
      for (int ox = 0; ox < out.width(); ox++) {
        for (int ky = 0; ky < kernel; ky++) {
          for (int kx = 0; kx < kernel; kx++) {
            int y = oy * stride + ky - top;
            int x = ox * stride + kx - left;
            if (y >= 0 && y < in.height() && x >= 0 && x < in.width()) {
              visit.at(y * in.width() + x, oy * out.width() + ox, ky * kernel + kx);
            }
          }
        }
      }
    }
  }

  private static int before(int in, int out, int kernel, int stride, Padding padding) {
    int zeros = padding == Padding.VALID ? 0 : Math.max(0, (out - 1) * stride + kernel - in);
    return zeros - zeros / 2;
  }

  private interface Product {
    void at(int inputPixel, int outputPixel, int kernelPixel);
  }

  static NaiveOfOne convolution(
      FeatureShape in, FeatureShape out, int kernel, int stride, Padding padding) {
    return (x, parameters) -> {
      double[] w = get(parameters, "weight");
      double[] y = biased(x.length / in.size(), out, get(parameters, "bias"));
      for (int r = 0; r < x.length / in.size(); r++) {
        int from = r * in.size();
        int to = r * out.size();
        eachProduct(
            in,
            out,
            kernel,
            stride,
            padding,
            (inputPixel, outputPixel, k) -> {
              for (int o = 0; o < out.channels(); o++) {
                for (int i = 0; i < in.channels(); i++) {
                  y[to + outputPixel * out.channels() + o] +=
                      w[(o * in.channels() + i) * kernel * kernel + k]
                          * x[from + inputPixel * in.channels() + i];
                }
              }
            });
      }
      return y;
    };
  }

  static NaiveOfOne transposedConvolution(
      FeatureShape in, FeatureShape out, int kernel, int stride, Padding padding) {
    return (x, parameters) -> {
      double[] w = get(parameters, "weight");
      double[] y = biased(x.length / in.size(), out, get(parameters, "bias"));
      for (int r = 0; r < x.length / in.size(); r++) {
        int from = r * in.size();
        int to = r * out.size();
        eachProduct(
            out,
            in,
            kernel,
            stride,
            padding,
            (outputPixel, inputPixel, k) -> {
              for (int i = 0; i < in.channels(); i++) {
                for (int o = 0; o < out.channels(); o++) {
                  y[to + outputPixel * out.channels() + o] +=
                      w[(i * out.channels() + o) * kernel * kernel + k]
                          * x[from + inputPixel * in.channels() + i];
                }
              }
            });
      }
      return y;
    };
  }

  private static double[] biased(int rows, FeatureShape shape, double[] bias) {
    double[] y = new double[rows * shape.size()];
    for (int i = 0; i < y.length; i++) {
      y[i] = bias[i % bias.length];
    }
    return y;
  }

  static NaiveOfOne batchNormalization(int channels) {
    return (x, parameters) -> {
      double[] scaleShift = get(parameters, "scale_shift");
      double[] y = new double[x.length];
      for (int c = 0; c < channels; c++) {
        double mean = 0;
        for (int i = c; i < x.length; i += channels) {
          mean += x[i] * channels / x.length;
        }
        double variance = 0;
        for (int i = c; i < x.length; i += channels) {
          variance += (x[i] - mean) * (x[i] - mean) * channels / x.length;
        }
        double deviation = Math.sqrt(variance + NormalizationPrimitive.EPSILON);
        for (int i = c; i < x.length; i += channels) {
          y[i] = scaleShift[c] * (x[i] - mean) / deviation + scaleShift[channels + c];
        }
      }
      return y;
    };
  }

  static NaiveOfOne activation(ActivationFunction function) {
    return (x, parameters) -> {
      double[] y = new double[x.length];
      for (int i = 0; i < x.length; i++) {
        y[i] = value(function, x[i]);
      }
      return y;
    };
  }

  private static double value(ActivationFunction function, double x) {
    return switch (function) {
      case IDENTITY -> x;
      case RELU -> Math.max(x, 0);
      case LEAKY_RELU -> x > 0 ? x : 0.2 * x;
      case SELU -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
      case SILU -> x / (1 + Math.exp(-x));
      case GELU -> 0.5 * x * (1 + Math.tanh(Math.sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x)));
      case SOFTPLUS -> Math.log1p(Math.exp(x));
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
    };
  }
}
