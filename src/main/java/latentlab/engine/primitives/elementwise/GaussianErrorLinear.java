package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;

/**
 * GELU in the form with the hyperbolic tangent (Hendrycks and Gimpel 2016, section 2), written as x
 * sigmoid(2 u) with u = sqrt(2 / pi) (x + 0.044715 x^3), for 1 + tanh(u) = 2 sigmoid(2 u).
 */
final class GaussianErrorLinear implements BlockFunction {

  private static final float CUBIC = 0.044715f;

  /** -2 sqrt(2 / pi). */
  private static final float FACTOR = -1.5957692f;

  private final float[] exponential;

  GaussianErrorLinear(int longest) {
    exponential = new float[longest];
  }

  @Override
  public void forward(float[] x, int length) {
    float[] q = exponential;
    exponentials(x, q, length);
    for (int i = 0; i < length; i++) {
      x[i] = x[i] / (2f + ExponentialMinusOne.raised(q[i]));
    }
  }

  /** The slope is s + x s (1 - s) 2 du/dx with s = sigmoid(2 u). */
  @Override
  public void backward(float[] values, float[] error, int length) {
    float[] q = exponential;
    exponentials(values, q, length);
    for (int i = 0; i < length; i++) {
      float x = values[i];
      float s = 1f / (2f + ExponentialMinusOne.raised(q[i]));
      float rise = -FACTOR * (1f + 3f * CUBIC * x * x);
      error[i] *= s + s * (1f - s) * rise * x;
    }
  }

  /** The first step towards e^(-2 u) - 1. */
  private static void exponentials(float[] x, float[] q, int length) {
    for (int i = 0; i < length; i++) {
      q[i] = x[i] + CUBIC * x[i] * x[i] * x[i];
    }
    ExponentialMinusOne.reduced(q, FACTOR, q, length);
  }
}
