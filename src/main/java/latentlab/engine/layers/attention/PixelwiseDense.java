package latentlab.engine.layers.attention;

import java.util.Arrays;
import latentlab.engine.kernels.RowPass;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.primitives.MatrixProducts;

/** The same dense layer at each pixel, y = W x + b: a convolution with a 1x1 kernel. */
final class PixelwiseDense {

  private final MatrixProducts products;
  private final ParameterView weight;
  private final ParameterView bias;
  private final float[] biasValues;
  private final float[] imageValues;
  private final RowPass images;

  PixelwiseDense(LayerContext context, String name) {
    products = context.primitives().products();
    weight = context.parameter(name + ".weight");
    bias = context.parameter(name + ".bias");
    biasValues = new float[bias.values().columns()];
    imageValues = new float[context.input().pixels() * biasValues.length];
    images = new RowPass(imageValues.length);
  }

  void forward(PixelBatch input, PixelBatch output) {
    products.timesTransposed(input.pixels(), weight.values(), output.pixels());
    bias.values().copyTo(biasValues);
    int channels = biasValues.length;
    for (int i = 0; i < imageValues.length; i += channels) {
      System.arraycopy(biasValues, 0, imageValues, i, channels);
    }
    images.addBias(output.images(), imageValues);
  }

  /** Writes the gradients of weight and bias. */
  void writeGradients(PixelBatch input, PixelBatch error) {
    products.transposedTimes(error.pixels(), input.pixels(), weight.gradient());
    images.sumRows(error.images(), imageValues);
    Arrays.fill(biasValues, 0f);
    int channels = biasValues.length;
    for (int i = 0; i < imageValues.length; i += channels) {
      for (int c = 0; c < channels; c++) {
        biasValues[c] += imageValues[i + c];
      }
    }
    bias.gradient().copyFrom(biasValues);
  }

  void backward(PixelBatch error, PixelBatch inputError) {
    products.times(error.pixels(), weight.values(), inputError.pixels());
  }
}
