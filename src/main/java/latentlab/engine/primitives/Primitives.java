package latentlab.engine.primitives;

import latentlab.engine.kernels.Workers;

/**
 * Makes the native operations that layers consist of. A primitive is made once for each shape and
 * kept: making one costs up to milliseconds, running it microseconds. Owned, with all primitives it
 * made, by one thread at a time.
 */
public interface Primitives extends AutoCloseable {

  /**
   * What does the arithmetic.
   *
   * @return a short name
   */
  String name();

  /**
   * Products of matrices.
   *
   * @return for any size
   */
  MatrixProducts products();

  /**
   * Cores for loops in Java.
   *
   * @return as many as the native libraries use
   */
  Workers workers();

  /**
   * A convolution.
   *
   * @param shape its geometry
   * @param images in a batch, at least 1
   * @return a primitive that the caller closes
   */
  ConvolutionPrimitive convolution(ConvolutionShape shape, int images);

  /**
   * A transposed convolution.
   *
   * @param mirror the geometry of the convolution that it mirrors
   * @param images in a batch, at least 1
   * @return a primitive that the caller closes, from {@code mirror.output()} to {@code
   *     mirror.input()}
   */
  ConvolutionPrimitive transposedConvolution(ConvolutionShape mirror, int images);

  /**
   * Batch normalisation.
   *
   * @param shape of an image
   * @param images in a batch, at least 1
   * @return a primitive that the caller closes
   */
  NormalizationPrimitive batchNormalization(FeatureShape shape, int images);

  /**
   * A nonlinearity.
   *
   * @param function to be applied
   * @param elements how many, at least 1
   * @return a primitive that the caller closes
   */
  ElementwisePrimitive elementwise(ActivationFunction function, int elements);

  /** Gives native memory back, after all primitives were closed. */
  @Override
  void close();
}
