package latentlab.engine.losses;

import java.nio.FloatBuffer;
import latentlab.engine.kernels.Matrix;

/**
 * One minus the structural similarity of images and targets (SSIM; Wang, Bovik, Sheikh and
 * Simoncelli 2004, equation 13), and its exact gradient. Holds scratch memory for one image; one
 * thread at a time.
 *
 * <p>At each position of a Gaussian window (11 x 11 pixels, sigma 1.5, weights of sum 1), with the
 * weighted means mx and my, variances vx and vy, and covariance c of the pixels in it,
 *
 * <pre>{@code
 * SSIM = (2 mx my + C1) (2 c + C2) / ((mx^2 + my^2 + C1) (vx + vy + C2))
 * C1 = (0.01 L)^2,  C2 = (0.03 L)^2,  L the dynamic range
 * }</pre>
 *
 * <p>An image's similarity is the mean over the positions where the whole window fits and over the
 * channels, each on its own. Where an image is smaller than the window, the window's side is the
 * largest odd number that fits, with the same sigma; the paper does not treat this case. A window
 * of one pixel has no variance, and compares brightness only.
 *
 * <p>Variances come as differences of large numbers, so that all this is computed in double.
 */
public final class StructuralSimilarity {

  private static final int WINDOW = 11;
  private static final double SIGMA = 1.5;
  private static final double K1 = 0.01;
  private static final double K2 = 0.03;

  private final int pixels;
  private final int rowLength;
  private final double c1;
  private final double c2;
  private final GaussianWindow window;
  private final int positions;

  private final float[] row;
  private final double[] x;
  private final double[] y;
  private final double[] combined;
  private final double[] spread;
  private final double[] meanX;
  private final double[] meanY;
  private final double[] meanSquares;
  private final double[] meanProduct;

  /**
   * Makes the scratch memory.
   *
   * @param height of the images, at least 1
   * @param width of the images, at least 1
   * @param channels of the images, at least 1
   * @param dynamicRange L, the distance from black to white: 1 for pixels from 0 to 1
   * @throws IllegalArgumentException if a size is less than 1, or the range not positive and finite
   */
  public StructuralSimilarity(int height, int width, int channels, double dynamicRange) {
    if (height < 1 || width < 1 || channels < 1) {
      throw new IllegalArgumentException(
          String.format(
              "images must be at least 1 x 1 x 1, not %d x %d x %d", height, width, channels));
    }
    if (!(dynamicRange > 0 && dynamicRange < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the dynamic range must be positive and finite, not " + dynamicRange);
    }
    pixels = Math.multiplyExact(Math.multiplyExact(height, width), channels);
    rowLength = width * channels;
    c1 = K1 * dynamicRange * K1 * dynamicRange;
    c2 = K2 * dynamicRange * K2 * dynamicRange;
    window = new GaussianWindow(windowSize(height, width), SIGMA, height, width, channels);
    positions = window.mapRows() * window.validRowLength();
    row = new float[pixels];
    x = new double[pixels];
    y = new double[pixels];
    combined = new double[pixels];
    spread = new double[pixels];
    meanX = new double[window.mapLength()];
    meanY = new double[window.mapLength()];
    meanSquares = new double[window.mapLength()];
    meanProduct = new double[window.mapLength()];
  }

  /**
   * One minus the similarity of each image to its target.
   *
   * @param images [rows, height * width * channels], in that order
   * @param targets [rows, height * width * channels], row-major
   * @return the sum over the rows; each adds from 0, for equal images, to below 2
   * @throws IllegalArgumentException if the sizes differ
   */
  public double loss(Matrix images, float[] targets) {
    return sumRows(images, targets, 1f, false);
  }

  /**
   * One minus the similarity of each image to its target, and in place of the images its gradient
   * with respect to them, times the scale.
   *
   * @param images [rows, height * width * channels], overwritten by the gradient
   * @param targets [rows, height * width * channels], row-major
   * @param scale what the gradient is multiplied by, such as 1 / rows
   * @return the sum over the rows, not scaled
   * @throws IllegalArgumentException if the sizes differ
   */
  public double lossAndGradient(Matrix images, float[] targets, float scale) {
    return sumRows(images, targets, scale, true);
  }

  private static int windowSize(int height, int width) {
    int largestOdd = (Math.min(height, width) - 1) / 2 * 2 + 1;
    return Math.min(WINDOW, largestOdd);
  }

  private double sumRows(Matrix images, float[] targets, float scale, boolean writeGradient) {
    BatchCheck.columns(images, pixels, "images");
    BatchCheck.length(targets.length, (long) images.rows() * pixels, "targets", images);
    FloatBuffer memory = images.buffer();
    double sum = 0;
    for (int r = 0; r < images.rows(); r++) {
      memory.get(r * pixels, row, 0, pixels);
      widen(row, 0, x);
      widen(targets, r * pixels, y);
      computeMeans();
      replaceMeansBySlopes(meanX, meanY, meanSquares, meanProduct, c1, c2);
      sum += 1 - sumOfValid(meanY) / positions;
      if (writeGradient) {
        computeGradient(-(double) scale / positions);
        memory.put(r * pixels, row, 0, pixels);
      }
    }
    return sum;
  }

  private void computeMeans() {
    window.means(x, meanX);
    window.means(y, meanY);
    sumSquares(x, y, combined);
    window.means(combined, meanSquares);
    multiply(x, y, combined);
    window.means(combined, meanProduct);
  }

  /**
   * With the weighted means mx, my, m(x^2 + y^2) and m(xy) of each position in the arrays named
   * after them, the similarity S takes the place of my, and its derivatives with respect to the
   * other three take theirs.
   */
  private static void replaceMeansBySlopes(
      double[] meanX,
      double[] meanY,
      double[] meanSquares,
      double[] meanProduct,
      double c1,
      double c2) {
    for (int i = 0; i < meanX.length; i++) {
      double mx = meanX[i];
      double my = meanY[i];
      double product = mx * my;
      double squares = mx * mx + my * my;
      double brightness = 2 * product + c1;
      double structure = 2 * (meanProduct[i] - product) + c2;
      double inverse1 = 1 / (squares + c1);
      double inverse2 = 1 / (meanSquares[i] - squares + c2);
      double inverse = inverse1 * inverse2;
      double similarity = brightness * structure * inverse;
      meanX[i] =
          2 * (my * (structure - brightness) * inverse + mx * similarity * (inverse2 - inverse1));
      meanY[i] = similarity;
      meanSquares[i] = -similarity * inverse2;
      meanProduct[i] = 2 * brightness * inverse;
    }
  }

  private double sumOfValid(double[] map) {
    double sum = 0;
    for (int start = 0; start < map.length; start += rowLength) {
      for (int i = start; i < start + window.validRowLength(); i++) {
        sum += map[i];
      }
    }
    return sum;
  }

  /**
   * By the chain rule through the means of x, x^2 and x y, whose derivatives with respect to a
   * pixel are its weight times 1, 2 x and y.
   */
  private void computeGradient(double factor) {
    window.spread(meanX, combined);
    window.spread(meanSquares, spread);
    addProduct(x, spread, 2, combined);
    window.spread(meanProduct, spread);
    addProduct(y, spread, 1, combined);
    narrow(combined, factor, row);
  }

  private static void widen(float[] source, int offset, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = source[offset + i];
    }
  }

  private static void narrow(double[] source, double factor, float[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = (float) (source[i] * factor);
    }
  }

  private static void sumSquares(double[] a, double[] b, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = a[i] * a[i] + b[i] * b[i];
    }
  }

  private static void multiply(double[] a, double[] b, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] = a[i] * b[i];
    }
  }

  private static void addProduct(double[] a, double[] b, double factor, double[] target) {
    for (int i = 0; i < target.length; i++) {
      target[i] += factor * (a[i] * b[i]);
    }
  }
}
