package latentlab.engine.primitives;

import latentlab.engine.kernels.Matrix;

/**
 * Batch normalisation (Ioffe and Szegedy 2015, algorithms 1 and 2) for a fixed shape and batch: for
 * each channel, y = scale (x - mean) / sqrt(variance + epsilon) + shift. Scale and shift are one
 * matrix [2, channels]; mean and variance are [1, channels]. One thread at a time.
 */
public interface NormalizationPrimitive extends AutoCloseable {

  /** Added to variances. */
  float EPSILON = 1e-5f;

  /**
   * Normalises by the mean and variance of the batch.
   *
   * @param input [images, size]
   * @param scaleShift [2, channels]
   * @param mean overwritten by the batch's mean
   * @param variance overwritten by the batch's variance, divided by the number of values
   * @param output overwritten; must not be the input, which the backward pass needs
   */
  void forwardTraining(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output);

  /**
   * Normalises by given statistics.
   *
   * @param input [images, size]
   * @param scaleShift [2, channels]
   * @param mean of each channel
   * @param variance of each channel
   * @param output overwritten
   */
  void forwardInference(
      Matrix input, Matrix scaleShift, Matrix mean, Matrix variance, Matrix output);

  /**
   * Computes the gradients after {@link #forwardTraining}, whose statistics depend on the input.
   *
   * @param input as it went forward
   * @param scaleShift as in the forward pass
   * @param mean as the forward pass gave it
   * @param variance as the forward pass gave it
   * @param error dL/d(output); replaced by dL/d(input)
   * @param scaleShiftGradient [2, channels], overwritten
   */
  void backward(
      Matrix input,
      Matrix scaleShift,
      Matrix mean,
      Matrix variance,
      Matrix error,
      Matrix scaleShiftGradient);

  @Override
  void close();
}
