package latentlab.engine.losses;

import java.util.Arrays;

/**
 * Weighted means of an image under a square Gaussian window at every position where the window
 * fits, and the transpose of that map. Holds scratch memory; one thread at a time.
 *
 * <p>Images are flat, [height, width, channels]. A map of means has the same row length, so that
 * one pass runs over all rows at once: of its [height - size + 1, width, channels] elements, the
 * last {@link #reach()} positions of each row have no meaning. The window is a product of two of
 * one dimension, which are applied one after the other.
 */
final class GaussianWindow {

  /** Elements at a time: three such arrays fit the first-level cache. */
  private static final int BLOCK = 512;

  private final int size;
  private final double[] weights;
  private final int height;
  private final int channels;
  private final int rowLength;
  private final int validRowLength;
  private final double[] columnMeans;
  private final double[] mapAfterZeros;
  private final double[] rowsBetweenZeros;
  private final double[] sum = new double[BLOCK];
  private final double[] before = new double[BLOCK];
  private final double[] after = new double[BLOCK];

  /**
   * Makes the scratch memory.
   *
   * @param size the side of the window, odd, at most the image's smaller side
   * @param sigma the standard deviation of the weights, in pixels; their sum is 1
   * @param height of the images
   * @param width of the images
   * @param channels of the images
   */
  GaussianWindow(int size, double sigma, int height, int width, int channels) {
    this.size = size;
    this.weights = weights(size, sigma);
    this.height = height;
    this.channels = channels;
    this.rowLength = width * channels;
    this.validRowLength = (width - reach()) * channels;
    this.columnMeans = new double[mapLength()];
    this.mapAfterZeros = new double[reach() * channels + mapLength()];
    this.rowsBetweenZeros = new double[mapLength() + 2 * reach() * rowLength];
  }

  /** How many positions fewer than pixels there are along a side: size - 1. */
  int reach() {
    return size - 1;
  }

  /** The number of rows of a map. */
  int mapRows() {
    return height - reach();
  }

  /** The number of elements of a map, with those without meaning. */
  int mapLength() {
    return mapRows() * rowLength;
  }

  /** How many elements at the start of each row of a map have a meaning. */
  int validRowLength() {
    return validRowLength;
  }

  /**
   * The mean under the window at each position.
   *
   * @param image [height, width, channels]
   * @param map receives the means
   */
  void means(double[] image, double[] map) {
    correlate(image, columnMeans, 0, mapLength(), rowLength);
    int filled = mapLength() - reach() * channels;
    correlate(columnMeans, map, 0, filled, channels);
    Arrays.fill(map, filled, mapLength(), 0);
  }

  /**
   * The transpose of {@link #means}: each pixel receives, from each position whose window covers
   * it, the map's value times the pixel's weight there. As the weights are symmetric this is the
   * same correlation, of the map with zeros around it.
   *
   * @param map what is spread; the elements without meaning are not read
   * @param image receives [height, width, channels]
   */
  void spread(double[] map, double[] image) {
    int zeros = reach() * channels;
    for (int start = 0; start < mapLength(); start += rowLength) {
      System.arraycopy(map, start, mapAfterZeros, zeros + start, validRowLength);
    }
    int zeroRows = reach() * rowLength;
    correlate(mapAfterZeros, rowsBetweenZeros, zeroRows, mapLength(), channels);
    correlate(rowsBetweenZeros, image, 0, height * rowLength, rowLength);
  }

  /**
   * to[toStart + i] = sum over k of weights[k] from[i + k step]. What is read is copied to aligned
   * blocks first: the compiler does not vectorise a loop that reads at a variable distance from
   * where it writes.
   */
  private void correlate(double[] from, double[] to, int toStart, int length, int step) {
    int centre = reach() / 2;
    for (int at = 0; at < length; at += BLOCK) {
      int n = Math.min(BLOCK, length - at);
      System.arraycopy(from, at + centre * step, before, 0, n);
      multiply(before, weights[centre], sum, n);
      for (int k = 0; k < centre; k++) {
        System.arraycopy(from, at + k * step, before, 0, n);
        System.arraycopy(from, at + (reach() - k) * step, after, 0, n);
        addPair(before, after, weights[k], sum, n);
      }
      System.arraycopy(sum, 0, to, toStart + at, n);
    }
  }

  private static void multiply(double[] a, double weight, double[] target, int length) {
    for (int i = 0; i < length; i++) {
      target[i] = a[i] * weight;
    }
  }

  private static void addPair(double[] a, double[] b, double weight, double[] sum, int length) {
    for (int i = 0; i < length; i++) {
      sum[i] += weight * (a[i] + b[i]);
    }
  }

  private static double[] weights(int size, double sigma) {
    double[] weights = new double[size];
    double total = 0;
    for (int k = 0; k < size; k++) {
      double distance = (k - (size - 1) / 2) / sigma;
      weights[k] = Math.exp(-0.5 * distance * distance);
      total += weights[k];
    }
    for (int k = 0; k < size; k++) {
      weights[k] /= total;
    }
    return weights;
  }
}
