package latentlab.engine.kernels.channels;

/**
 * The loops over blocks, which the compiler vectorises: no conditions, no calls, and all arrays
 * from index 0, for with an offset inside a larger array they take three times as long.
 */
public final class LaneLoops {

  private LaneLoops() {}

  static void addUpperHalf(float[] lanes, int half) {
    for (int i = 0; i < half; i++) {
      lanes[i] += lanes[half + i];
    }
  }

  /** Sums of x - pivot and of its squares. */
  static void addMoments(float[] x, float[] pivot, float[] sums, float[] squares, int length) {
    for (int i = 0; i < length; i++) {
      float d = x[i] - pivot[i];
      sums[i] += d;
      squares[i] += d * d;
    }
  }

  /** Sums of the errors, and of the errors times x - center. */
  static void addErrors(
      float[] errors, float[] x, float[] center, float[] sums, float[] products, int length) {
    for (int i = 0; i < length; i++) {
      sums[i] += errors[i];
      products[i] += errors[i] * (x[i] - center[i]);
    }
  }

  /**
   * x = x factor.
   *
   * @param x changed
   * @param factor for each lane
   * @param length how many lanes
   */
  public static void multiply(float[] x, float[] factor, int length) {
    for (int i = 0; i < length; i++) {
      x[i] *= factor[i];
    }
  }

  /**
   * target = (x - center) factor + shift.
   *
   * @param x a block
   * @param center for each lane
   * @param factor for each lane
   * @param shift for each lane
   * @param target overwritten; may be x
   * @param length how many lanes
   */
  public static void normalise(
      float[] x, float[] center, float[] factor, float[] shift, float[] target, int length) {
    for (int i = 0; i < length; i++) {
      target[i] = (x[i] - center[i]) * factor[i] + shift[i];
    }
  }

  /**
   * error = error factor - shared - (x - center) slope.
   *
   * @param errors changed
   * @param x a block
   * @param center for each lane
   * @param factor for each lane
   * @param shared for each lane
   * @param slope for each lane
   * @param length how many lanes
   */
  public static void projectErrors(
      float[] errors,
      float[] x,
      float[] center,
      float[] factor,
      float[] shared,
      float[] slope,
      int length) {
    for (int i = 0; i < length; i++) {
      errors[i] = errors[i] * factor[i] - shared[i] - (x[i] - center[i]) * slope[i];
    }
  }
}
