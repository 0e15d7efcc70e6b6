package latentlab.engine.primitives.elementwise;

import latentlab.engine.kernels.ExponentialMinusOne;

/** SELU: s x for x &gt; 0, else s a (e^x - 1) (Klambauer et al. 2017). */
final class ScaledExponential implements BlockFunction {

  /** Their constants, for a fixed point at mean 0 and variance 1. */
  private static final float SCALE = 1.0507010f;

  private static final float SCALED_ALPHA = 1.7580993f;

  private final float[] exponential;

  ScaledExponential(int longest) {
    exponential = new float[longest];
  }

  @Override
  public void forward(float[] x, int length) {
    float[] q = exponential;
    for (int i = 0; i < length; i++) {
      q[i] = Math.min(x[i], 0f);
    }
    ExponentialMinusOne.reduced(q, 1f, q, length);
    for (int i = 0; i < length; i++) {
      x[i] = SCALE * Math.max(x[i], 0f) + SCALED_ALPHA * ExponentialMinusOne.raised(q[i]);
    }
  }

  /** The slope is s for y &gt; 0, else y + s a. */
  @Override
  public void backward(float[] values, float[] error, int length) {
    for (int i = 0; i < length; i++) {
      float y = values[i];
      error[i] *= Math.min(y, 0f) + SCALED_ALPHA + (SCALE - SCALED_ALPHA) * Step.at(y);
    }
  }
}
