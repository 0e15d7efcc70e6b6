package latentlab.data.image;

/**
 * Makes planes of numbers smaller or larger: linear interpolation whose reach grows with the
 * reduction, so that every source pixel counts.
 */
final class Resampling {

  private Resampling() {}

  /**
   * Resizes.
   *
   * @param plane [height, width]
   * @return [newHeight, newWidth]
   */
  static float[] resize(float[] plane, int height, int width, int newHeight, int newWidth) {
    float[] wide = alongRows(plane, height, width, newWidth);
    float[] turned = transposed(wide, height, newWidth);
    float[] done = alongRows(turned, newWidth, height, newHeight);
    return transposed(done, newWidth, newHeight);
  }

  private static float[] alongRows(float[] plane, int rows, int length, int newLength) {
    float[] result = new float[rows * newLength];
    double scale = (double) length / newLength;
    double reach = Math.max(1, scale);
    for (int i = 0; i < newLength; i++) {
      double centre = (i + 0.5) * scale - 0.5;
      int first = Math.max(0, (int) Math.ceil(centre - reach));
      int last = Math.min(length - 1, (int) Math.floor(centre + reach));
      float[] weights = weights(centre, reach, first, last);
      for (int row = 0; row < rows; row++) {
        float sum = 0;
        for (int k = first; k <= last; k++) {
          sum += weights[k - first] * plane[row * length + k];
        }
        result[row * newLength + i] = sum;
      }
    }
    return result;
  }

  private static float[] weights(double centre, double reach, int first, int last) {
    float[] weights = new float[last - first + 1];
    double sum = 0;
    for (int k = first; k <= last; k++) {
      double weight = Math.max(0, 1 - Math.abs(k - centre) / reach);
      weights[k - first] = (float) weight;
      sum += weight;
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= (float) sum;
    }
    return weights;
  }

  private static float[] transposed(float[] plane, int rows, int columns) {
    float[] turned = new float[plane.length];
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        turned[column * rows + row] = plane[row * columns + column];
      }
    }
    return turned;
  }
}
