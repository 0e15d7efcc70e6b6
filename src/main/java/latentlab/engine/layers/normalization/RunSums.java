package latentlab.engine.layers.normalization;

/**
 * Sums over neighbouring values. The compiler keeps the order of float additions and so adds one by
 * one; four sums at a time need not wait for each other, and a few hundred values at a time lose
 * nothing.
 */
final class RunSums {

  private static final int STRETCH = 512;

  private RunSums() {}

  /** The sum of x. */
  static double sum(float[] x, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i += STRETCH) {
      sum += stretchSum(x, i, Math.min(to, i + STRETCH));
    }
    return sum;
  }

  private static float stretchSum(float[] x, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i];
      b += x[i + 1];
      c += x[i + 2];
      d += x[i + 3];
    }
    for (; i < to; i++) {
      a += x[i];
    }
    return (a + b) + (c + d);
  }

  /** The sum of x y. */
  static double products(float[] x, float[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i += STRETCH) {
      sum += stretchProducts(x, y, i, Math.min(to, i + STRETCH));
    }
    return sum;
  }

  private static float stretchProducts(float[] x, float[] y, int from, int to) {
    float a = 0;
    float b = 0;
    float c = 0;
    float d = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      a += x[i] * y[i];
      b += x[i + 1] * y[i + 1];
      c += x[i + 2] * y[i + 2];
      d += x[i + 3] * y[i + 3];
    }
    for (; i < to; i++) {
      a += x[i] * y[i];
    }
    return (a + b) + (c + d);
  }

  /** The sum of the squares of x - center. */
  static double squares(float[] x, float center, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i += STRETCH) {
      sum += stretchSquares(x, center, i, Math.min(to, i + STRETCH));
    }
    return sum;
  }

  private static float stretchSquares(float[] x, float center, int from, int to) {
    float a = 0;
    float b = 0;
    int i = from;
    for (; i + 1 < to; i += 2) {
      float first = x[i] - center;
      float second = x[i + 1] - center;
      a += first * first;
      b += second * second;
    }
    if (i < to) {
      a += (x[i] - center) * (x[i] - center);
    }
    return a + b;
  }
}
