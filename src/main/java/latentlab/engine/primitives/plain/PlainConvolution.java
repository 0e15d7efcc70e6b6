package latentlab.engine.primitives.plain;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixProduct;
import latentlab.engine.primitives.ConvolutionPrimitive;
import latentlab.engine.primitives.ConvolutionShape;

/** A convolution as the product of an image's patches and the kernels, image by image. */
final class PlainConvolution implements ConvolutionPrimitive {

  private final ConvolutionShape shape;
  private final Patches patches;
  private final float[] image;
  private final float[] positions;
  private final float[] kernels;
  private final float[] gradient;
  private final Matrix patchMatrix;
  private final Matrix positionMatrix;
  private final Matrix kernelMatrix;

  PlainConvolution(ConvolutionShape shape) {
    this.shape = shape;
    this.patches = new Patches(shape);
    this.image = new float[shape.input().size()];
    this.positions = new float[shape.output().size()];
    this.kernels = new float[shape.weightCount()];
    this.gradient = new float[shape.weightCount()];
    this.patchMatrix = Matrix.allocate(shape.output().pixels(), patches.rowLength());
    this.positionMatrix = Matrix.allocate(shape.output().pixels(), shape.output().channels());
    this.kernelMatrix = Matrix.allocate(shape.output().channels(), patches.rowLength());
  }

  @Override
  public void forward(Matrix input, Matrix weights, Matrix bias, Matrix output) {
    float[] biases = new float[shape.output().channels()];
    bias.copyTo(biases);
    readKernels(weights);
    for (int i = 0; i < input.rows(); i++) {
      positionsOf(input, i);
      for (int p = 0; p < positions.length; p++) {
        positions[p] += biases[p % biases.length];
      }
      output.buffer().put(i * positions.length, positions);
    }
  }

  /** The output for each image, without bias, as the transposed convolution's backward pass. */
  void forwardWithoutBias(Matrix input, Matrix weights, Matrix output) {
    readKernels(weights);
    for (int i = 0; i < input.rows(); i++) {
      positionsOf(input, i);
      output.buffer().put(i * positions.length, positions);
    }
  }

  private void positionsOf(Matrix input, int index) {
    input.buffer().get(index * image.length, image);
    patches.gather(image);
    patchMatrix.copyFrom(patches.values());
    MatrixProduct.timesTransposed(patchMatrix, kernelMatrix, positionMatrix);
    positionMatrix.copyTo(positions);
  }

  @Override
  public void backwardData(Matrix error, Matrix weights, Matrix inputError) {
    readKernels(weights);
    for (int i = 0; i < error.rows(); i++) {
      error.buffer().get(i * positions.length, positions);
      positionMatrix.copyFrom(positions);
      MatrixProduct.times(positionMatrix, kernelMatrix, patchMatrix);
      patchMatrix.copyTo(patches.values());
      patches.scatter(image);
      inputError.buffer().put(i * image.length, image);
    }
  }

  @Override
  public void backwardWeights(
      Matrix input, Matrix error, Matrix weightGradient, Matrix biasGradient) {
    backwardWeightsWithoutBias(input, error, weightGradient);
    ChannelSums.write(error, biasGradient);
  }

  void backwardWeightsWithoutBias(Matrix input, Matrix error, Matrix weightGradient) {
    Arrays.fill(gradient, 0f);
    for (int i = 0; i < input.rows(); i++) {
      input.buffer().get(i * image.length, image);
      patches.gather(image);
      patchMatrix.copyFrom(patches.values());
      error.buffer().get(i * positions.length, positions);
      positionMatrix.copyFrom(positions);
      MatrixProduct.transposedTimes(positionMatrix, patchMatrix, kernelMatrix);
      kernelMatrix.copyTo(kernels);
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += kernels[k];
      }
    }
    writeKernels(weightGradient);
  }

  /** From [out, in, kernel, kernel] to [out, kernel, kernel, in], the order in a patch. */
  private void readKernels(Matrix weights) {
    weights.copyTo(gradient);
    for (int i = 0; i < kernels.length; i++) {
      kernels[patchOrder(i)] = gradient[i];
    }
    kernelMatrix.copyFrom(kernels);
  }

  private void writeKernels(Matrix weights) {
    for (int i = 0; i < kernels.length; i++) {
      kernels[i] = gradient[patchOrder(i)];
    }
    weights.copyFrom(kernels);
  }

  private int patchOrder(int index) {
    int area = shape.kernel() * shape.kernel();
    int channels = shape.input().channels();
    int out = index / (area * channels);
    int in = index / area % channels;
    return (out * area + index % area) * channels + in;
  }

  @Override
  public void close() {
    patchMatrix.close();
    positionMatrix.close();
    kernelMatrix.close();
  }
}
