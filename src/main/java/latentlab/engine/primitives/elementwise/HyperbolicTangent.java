package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;

/** tanh(x) = q / (q + 2) with q = e^2x - 1. */
final class HyperbolicTangent implements BlockFunction {

  /** Here the quotient is 1, which that of infinities is not. */
  private static final float LARGEST = 1e9f;

  @Override
  public void forward(float[] x, int length) {
    ExponentialMinusOne.reduced(x, 2f, x, length);
    for (int i = 0; i < length; i++) {
      float q = Math.min(ExponentialMinusOne.raised(x[i]), LARGEST);
      x[i] = q / (q + 2f);
    }
  }

  @Override
  public void backward(float[] values, float[] error, int length) {
    for (int i = 0; i < length; i++) {
      error[i] *= 1f - values[i] * values[i];
    }
  }
}
