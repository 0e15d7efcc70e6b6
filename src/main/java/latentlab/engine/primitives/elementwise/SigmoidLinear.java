package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;

/** SiLU: x sigmoid(x) (Elfwing et al. 2018). */
final class SigmoidLinear implements BlockFunction {

  private final float[] exponential;

  SigmoidLinear(int longest) {
    exponential = new float[longest];
  }

  @Override
  public void forward(float[] x, int length) {
    float[] q = exponential;
    ExponentialMinusOne.reduced(x, -1f, q, length);
    for (int i = 0; i < length; i++) {
      x[i] = x[i] / (2f + ExponentialMinusOne.raised(q[i]));
    }
  }

  /** The slope is s + x s (1 - s) with s = sigmoid(x). */
  @Override
  public void backward(float[] values, float[] error, int length) {
    float[] q = exponential;
    ExponentialMinusOne.reduced(values, -1f, q, length);
    for (int i = 0; i < length; i++) {
      float s = 1f / (2f + ExponentialMinusOne.raised(q[i]));
      error[i] *= s + s * (1f - s) * values[i];
    }
  }
}
