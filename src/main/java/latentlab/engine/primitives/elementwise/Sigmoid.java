package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;

/** 1 / (1 + e^-x). */
final class Sigmoid implements BlockFunction {

  @Override
  public void forward(float[] x, int length) {
    ExponentialMinusOne.reduced(x, -1f, x, length);
    for (int i = 0; i < length; i++) {
      x[i] = 1f / (2f + ExponentialMinusOne.raised(x[i]));
    }
  }

  @Override
  public void backward(float[] values, float[] error, int length) {
    for (int i = 0; i < length; i++) {
      error[i] *= values[i] * (1f - values[i]);
    }
  }
}
