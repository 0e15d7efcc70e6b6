package latentlab.engine.primitives;

import latentlab.engine.kernels.Matrix;

/**
 * A convolution, or a transposed one, for a fixed geometry and batch. Inputs and outputs are
 * [images, size of the shape]. Weights are [output channels, input channels, kernel, kernel] of the
 * convolution, or of the convolution that a transposed one mirrors. One thread at a time.
 */
public interface ConvolutionPrimitive extends AutoCloseable {

  /**
   * Computes the output.
   *
   * @param input the images
   * @param weights the kernels
   * @param bias [1, channels of the output], added to each pixel
   * @param output overwritten
   */
  void forward(Matrix input, Matrix weights, Matrix bias, Matrix output);

  /**
   * Computes the error of the input.
   *
   * @param error dL/d(output)
   * @param weights the kernels
   * @param inputError overwritten by dL/d(input)
   */
  void backwardData(Matrix error, Matrix weights, Matrix inputError);

  /**
   * Computes the gradients of the parameters, summed over the images.
   *
   * @param input as it went forward
   * @param error dL/d(output)
   * @param weightGradient overwritten
   * @param biasGradient overwritten
   */
  void backwardWeights(Matrix input, Matrix error, Matrix weightGradient, Matrix biasGradient);

  @Override
  void close();
}
