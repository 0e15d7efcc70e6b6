package latentlab.data.property;

/**
 * The width of strokes: the area of the ink divided by the half of its outline,
 *
 * <pre>{@code   2 * integral of I / integral of |grad I|.}</pre>
 *
 * <p>A stroke of length L and width w has the area L w and the outline 2 L + 2 w, so that this is
 * {@code w L / (L + w)}: w but for the two ends. By the coarea formula the integral of the gradient
 * is the mean length of the contours at all greys, so that soft edges and faint ink change nothing.
 * The gradient is taken at the corners of pixels, from the four around each, with nothing around
 * the image; that is exact for sharp edges along the axes and the diagonals.
 */
final class Thickness {

  private Thickness() {}

  static double of(GreyImage image) {
    double area = 0;
    double outline = 0;
    for (int row = 0; row <= image.height(); row++) {
      for (int column = 0; column <= image.width(); column++) {
        float upperLeft = image.at(row - 1, column - 1);
        float upperRight = image.at(row - 1, column);
        float lowerLeft = image.at(row, column - 1);
        float lowerRight = image.at(row, column);
        double across = 0.5 * (upperRight + lowerRight - upperLeft - lowerLeft);
        double down = 0.5 * (lowerLeft + lowerRight - upperLeft - upperRight);
        outline += Math.sqrt(across * across + down * down);
        area += lowerRight;
      }
    }
    return outline == 0 ? 0 : 2 * area / outline;
  }
}
