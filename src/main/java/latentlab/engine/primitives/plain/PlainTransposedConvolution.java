package latentlab.engine.primitives.plain;

import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;

/** A transposed convolution: the mirrored convolution with its passes exchanged. */
final class PlainTransposedConvolution implements ConvolutionPrimitive {

  private final PlainConvolution mirror;

  PlainTransposedConvolution(ConvolutionShape mirror) {
    this.mirror = new PlainConvolution(mirror);
  }

  @Override
  public void forward(Matrix input, Matrix weights, Matrix bias, Matrix output) {
    mirror.backwardData(input, weights, output);
    float[] biases = new float[bias.columns()];
    bias.copyTo(biases);
    float[] row = new float[output.columns()];
    for (int r = 0; r < output.rows(); r++) {
      output.buffer().get(r * row.length, row);
      for (int i = 0; i < row.length; i++) {
        row[i] += biases[i % biases.length];
      }
      output.buffer().put(r * row.length, row);
    }
  }

  @Override
  public void backwardData(Matrix error, Matrix weights, Matrix inputError) {
    mirror.forwardWithoutBias(error, weights, inputError);
  }

  @Override
  public void backwardWeights(
      Matrix input, Matrix error, Matrix weightGradient, Matrix biasGradient) {
    mirror.backwardWeightsWithoutBias(error, input, weightGradient);
    ChannelSums.write(error, biasGradient);
  }

  @Override
  public void close() {
    mirror.close();
  }
}
