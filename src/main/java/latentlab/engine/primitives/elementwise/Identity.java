package latentlab.engine.primitives.elementwise;

/** x. */
final class Identity implements BlockFunction {

  @Override
  public void forward(float[] x, int length) {}

  @Override
  public void backward(float[] values, float[] error, int length) {}
}
