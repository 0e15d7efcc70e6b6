package latentlab.data.synthetic;

import java.util.Arrays;

/**
 * Draws a path with a round pen whose edge is soft: full in the middle of the line, falling to
 * nothing over about a pixel. The grey of a pixel follows from the distance of its centre to the
 * path alone, so no pixel depends on the order of drawing.
 */
final class SoftPen {

  /** Rows and columns of an image. */
  static final int SIDE = 28;

  /** Width of the soft edge in pixels, half of it outside the pen's radius. */
  static final double EDGE = 1.3;

  private static final float NOWHERE = -1000;

  /** How deep each pixel's centre lies inside the ink, in pixels; negative outside. */
  private final float[] depth = new float[SIDE * SIDE];

  /**
   * Draws.
   *
   * @param path in pixels; the centre of the image's first pixel is at 0.5,0.5
   * @return [28, 28] from 0 to 255
   */
  byte[] draw(PenPath path) {
    Arrays.fill(depth, NOWHERE);
    for (int i = 0; i < path.size(); i++) {
      press(path, path.startsStroke(i) ? i : i - 1, i);
    }
    byte[] pixels = new byte[SIDE * SIDE];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) grey(depth[i]);
    }
    return pixels;
  }

  /** Marks the pixels near a straight piece of path. */
  private void press(PenPath path, int from, int to) {
    double reach = Math.max(path.radius(from), path.radius(to)) + EDGE / 2;
    int left = pixel(Math.min(path.x(from), path.x(to)) - reach);
    int right = pixel(Math.max(path.x(from), path.x(to)) + reach);
    int top = pixel(Math.min(path.y(from), path.y(to)) - reach);
    int bottom = pixel(Math.max(path.y(from), path.y(to)) + reach);
    double alongX = path.x(to) - path.x(from);
    double alongY = path.y(to) - path.y(from);
    double scale = 1 / Math.max(1e-12, alongX * alongX + alongY * alongY);
    for (int row = top; row <= bottom; row++) {
      double dy = row + 0.5 - path.y(from);
      for (int column = left; column <= right; column++) {
        double dx = column + 0.5 - path.x(from);
        double t = Math.max(0, Math.min(1, (dx * alongX + dy * alongY) * scale));
        double offX = dx - t * alongX;
        double offY = dy - t * alongY;
        double radius = path.radius(from) + t * (path.radius(to) - path.radius(from));
        float inside = (float) (radius - Math.sqrt(offX * offX + offY * offY));
        int index = row * SIDE + column;
        depth[index] = Math.max(depth[index], inside);
      }
    }
  }

  private static int pixel(double coordinate) {
    return Math.max(0, Math.min(SIDE - 1, (int) coordinate));
  }

  private static int grey(float depth) {
    double ink = Math.max(0, Math.min(1, 0.5 + depth / EDGE));
    return (int) (255 * ink * ink * (3 - 2 * ink) + 0.5);
  }
}
