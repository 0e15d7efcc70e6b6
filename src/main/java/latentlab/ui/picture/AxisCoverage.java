package latentlab.ui.picture;

/** Which part of a row of values each pixel covers when the row is brought to another length. */
final class AxisCoverage {

  private final int[] firsts;
  private final float[][] weights;

  /**
   * Divides a row of values among pixels.
   *
   * @throws IllegalArgumentException if there is no pixel
   */
  AxisCoverage(int values, int pixels) {
    if (pixels < 1) {
      throw new IllegalArgumentException("a picture cannot be " + pixels + " pixels long");
    }
    firsts = new int[pixels];
    weights = new float[pixels][];
    for (int pixel = 0; pixel < pixels; pixel++) {
      // In units of 1/pixels of a value all borders are whole numbers, so nothing is rounded.
      long start = (long) pixel * values;
      long end = start + values;
      int first = (int) (start / pixels);
      int last = (int) ((end - 1) / pixels);
      firsts[pixel] = first;
      weights[pixel] = new float[last - first + 1];
      for (int value = first; value <= last; value++) {
        long covered =
            Math.min(end, (long) (value + 1) * pixels) - Math.max(start, (long) value * pixels);
        weights[pixel][value - first] = (float) covered / values;
      }
    }
  }

  /** The first value that a pixel covers. */
  int first(int pixel) {
    return firsts[pixel];
  }

  /** Whether a pixel lies within one value. */
  boolean isSingle(int pixel) {
    return weights[pixel].length == 1;
  }

  /** Whether a pixel lies within the same value as the one before it. */
  boolean sameAsBefore(int pixel) {
    return isSingle(pixel) && isSingle(pixel - 1) && firsts[pixel] == firsts[pixel - 1];
  }

  /** The mean of what a pixel covers; the first value is at start, the next ones at each step. */
  float mean(int pixel, float[] values, int start, int step) {
    float[] shares = weights[pixel];
    if (shares.length == 1) {
      return values[start];
    }
    float sum = 0;
    for (int i = 0; i < shares.length; i++) {
      sum += shares[i] * values[start + i * step];
    }
    return sum;
  }
}
