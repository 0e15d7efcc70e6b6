package latentlab.engine.primitives.elementwise;

/** x for x &gt; 0, else x times a slope below 1. */
final class Rectifier implements BlockFunction {

  private final float slope;

  Rectifier(float slope) {
    this.slope = slope;
  }

  @Override
  public void forward(float[] x, int length) {
    float below = slope;
    for (int i = 0; i < length; i++) {
      x[i] = Math.max(x[i], below * x[i]);
    }
  }

  @Override
  public void backward(float[] values, float[] error, int length) {
    float below = slope;
    float rise = 1f - slope;
    for (int i = 0; i < length; i++) {
      error[i] *= below + rise * Step.at(values[i]);
    }
  }
}
