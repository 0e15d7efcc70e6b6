package latentlab.ui.latent.points;

import java.util.Arrays;
import java.util.Set;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.ui.picture.ClassPalette;

/** Paints points as small discs into an array of pixels: ten thousand in a few milliseconds. */
final class PointPainter {

  private static final int OPAQUE = 255;
  private static final int RIM = 0x101010;

  private final int side;
  private final int[] discs;
  private final int[] rims;

  /**
   * A painter of discs.
   *
   * @param radius in pixels, above 0
   * @param rim the width of a dark border that parts the discs from pictures beneath; 0 for none
   */
  PointPainter(double radius, double rim) {
    int reach = (int) Math.ceil(radius + rim);
    side = 2 * reach + 1;
    discs = coverage(radius, reach);
    rims = rim > 0 ? coverage(radius + rim, reach) : new int[side * side];
  }

  /**
   * Paints all points of the cloud whose class is not hidden, in an order of their own numbers.
   *
   * @param pixels [height, width], cleared first
   * @param width of a row, in pixels
   * @param window which part of the plane the pixels show
   */
  void paint(
      int[] pixels,
      int width,
      ScatterWindow window,
      PointCloud cloud,
      PlanePoints points,
      Set<Integer> hidden) {
    Arrays.fill(pixels, 0);
    int height = pixels.length / width;
    boolean[] seen = seen(hidden);
    for (int i = 0; i < points.count(); i++) {
      int label = cloud.label(i);
      double x = window.pixelX(points.x(i));
      double y = window.pixelY(points.y(i));
      if (seen[label] && x > -side && x < width + side && y > -side && y < height + side) {
        int left = (int) Math.floor(x) - side / 2;
        int top = (int) Math.floor(y) - side / 2;
        stamp(pixels, width, left, top, ClassPalette.colour(label));
      }
    }
  }

  private static boolean[] seen(Set<Integer> hidden) {
    boolean[] seen = new boolean[256];
    Arrays.fill(seen, true);
    for (int label : hidden) {
      seen[label] = false;
    }
    return seen;
  }

  private void stamp(int[] pixels, int width, int left, int top, int colour) {
    int firstRow = Math.max(0, -top);
    int endRow = Math.min(side, pixels.length / width - top);
    int firstColumn = Math.max(0, -left);
    int endColumn = Math.min(side, width - left);
    for (int row = firstRow; row < endRow; row++) {
      int target = (top + row) * width + left;
      for (int column = firstColumn; column < endColumn; column++) {
        int rim = rims[row * side + column];
        int disc = discs[row * side + column];
        if (rim > 0) {
          pixels[target + column] = over(RIM, rim, pixels[target + column]);
        }
        if (disc > 0) {
          pixels[target + column] = over(colour, disc, pixels[target + column]);
        }
      }
    }
  }

  private static int over(int colour, int alpha, int below) {
    if (alpha == OPAQUE) {
      return 0xFF000000 | colour;
    }
    int rest = OPAQUE - alpha;
    int a = alpha + share(below >>> 24, rest);
    int r = share(colour >> 16 & 0xFF, alpha) + share(below >> 16 & 0xFF, rest);
    int g = share(colour >> 8 & 0xFF, alpha) + share(below >> 8 & 0xFF, rest);
    int b = share(colour & 0xFF, alpha) + share(below & 0xFF, rest);
    return a << 24 | r << 16 | g << 8 | b;
  }

  private static int share(int value, int of255) {
    return (value * of255 + 127) / OPAQUE;
  }

  private static int[] coverage(double radius, int reach) {
    int side = 2 * reach + 1;
    int[] result = new int[side * side];
    for (int i = 0; i < result.length; i++) {
      double distance = Math.hypot(i % side - reach, i / side - reach);
      result[i] = (int) Math.round(OPAQUE * Math.max(0, Math.min(1, radius + 0.5 - distance)));
    }
    return result;
  }
}
