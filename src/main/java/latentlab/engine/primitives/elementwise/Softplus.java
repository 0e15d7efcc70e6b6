package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;
import latentlab.engine.kernels.ExponentialPass;

/** log(1 + e^x), as max(x, 0) + log(1 + e^-|x|), which keeps its relative precision. */
final class Softplus implements BlockFunction {

  private final float[] decay;
  private final ExponentialPass exponential;

  Softplus(int longest) {
    decay = new float[longest];
    exponential = new ExponentialPass(longest);
  }

  @Override
  public void forward(float[] x, int length) {
    exponential.ofNegativeMagnitude(x, decay);
    addLogarithms(x, decay, length);
  }

  /**
   * log(1 + t) = 2 artanh(v) with v = t / (2 + t), which is at most 1/3: its series has an error
   * below 1e-8 of it.
   */
  private static void addLogarithms(float[] x, float[] decay, int length) {
    for (int i = 0; i < length; i++) {
      float v = decay[i] / (2f + decay[i]);
      float w = v * v;
      float p = 1f / 13f;
      p = p * w + 1f / 11f;
      p = p * w + 1f / 9f;
      p = p * w + 1f / 7f;
      p = p * w + 1f / 5f;
      p = p * w + 1f / 3f;
      x[i] = Math.max(x[i], 0f) + 2f * (v + v * w * p);
    }
  }

  /** The slope is sigmoid(x) = 1 - e^-y. */
  @Override
  public void backward(float[] values, float[] error, int length) {
    ExponentialMinusOne.reduced(values, -1f, values, length);
    for (int i = 0; i < length; i++) {
      error[i] *= -ExponentialMinusOne.raised(values[i]);
    }
  }
}
