package latentlab.ui.diffusion;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.denoising.PixelMask;

/**
 * An image that is drawn by hand, and which of its pixels are to be made anew. Not a picture on a
 * screen: coordinates are those of its pixels. For one thread.
 */
final class Drawing {

  /** Radius of the full ink, and width of its soft rim, in pixels of a 28-pixel image. */
  private static final double RADIUS = 0.9;

  private static final double RIM = 1.0;
  private static final double RUBBED_RADIUS = 2.6;
  private static final double USUAL_SIDE = 28;

  private final ImageShape shape;
  private final float[] pixels;
  private final boolean[] unknown;

  Drawing(ImageShape shape) {
    this.shape = shape;
    this.pixels = new float[shape.size()];
    this.unknown = new boolean[shape.height() * shape.width()];
  }

  ImageShape shape() {
    return shape;
  }

  /** Takes over the first image of a batch of the same shape; all of it is known. */
  void copy(ImageBatch images) {
    System.arraycopy(images.image(0), 0, pixels, 0, pixels.length);
    Arrays.fill(unknown, false);
  }

  void clear() {
    Arrays.fill(pixels, 0);
    Arrays.fill(unknown, false);
  }

  /** Whether there is any ink. */
  boolean isEmpty() {
    for (float pixel : pixels) {
      if (pixel > 0) {
        return false;
      }
    }
    return true;
  }

  /** Draws a line with white ink, in pixels from the top left corner. */
  void draw(double fromX, double fromY, double toX, double toY) {
    double scale = scale();
    forEachPixel(
        (at, x, y) -> {
          double distance = distance(x, y, fromX, fromY, toX, toY) / scale;
          float ink = (float) Math.max(0, Math.min(1, 1 - (distance - RADIUS) / RIM));
          for (int c = 0; c < shape.channels(); c++) {
            int place = at * shape.channels() + c;
            pixels[place] = Math.max(pixels[place], ink);
          }
        });
  }

  /** Says that what lies along a line is to be made anew. */
  void rub(double fromX, double fromY, double toX, double toY) {
    double radius = RUBBED_RADIUS * scale();
    forEachPixel(
        (at, x, y) -> {
          if (distance(x, y, fromX, fromY, toX, toY) <= radius) {
            unknown[at] = true;
          }
        });
  }

  /** Says that the lower half is to be made anew. */
  void rubLowerHalf() {
    Arrays.fill(unknown, shape.height() / 2 * shape.width(), unknown.length, true);
  }

  /** Nothing is to be made anew. */
  void restore() {
    Arrays.fill(unknown, false);
  }

  /** Whether anything is to be made anew. */
  boolean isRubbed() {
    for (boolean one : unknown) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  PixelMask mask() {
    boolean[] known = new boolean[unknown.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = !unknown[i];
    }
    return new PixelMask(shape.height(), shape.width(), known);
  }

  /** The image, some times over. */
  ImageBatch images(int count) {
    float[] all = new float[count * pixels.length];
    for (int i = 0; i < count; i++) {
      System.arraycopy(pixels, 0, all, i * pixels.length, pixels.length);
    }
    return ImageBatch.unlabelled(shape, all);
  }

  /** The image as it is shown: what is to be made anew is grey. */
  ImageBatch picture() {
    float[] shown = pixels.clone();
    for (int at = 0; at < unknown.length; at++) {
      if (unknown[at]) {
        Arrays.fill(shown, at * shape.channels(), (at + 1) * shape.channels(), 0.45f);
      }
    }
    return ImageBatch.unlabelled(shape, shown);
  }

  /** Moves the ink so that its centre of mass is in the middle, as MNIST has it. */
  void centre() {
    double mass = 0;
    double sumX = 0;
    double sumY = 0;
    for (int at = 0; at < unknown.length; at++) {
      double ink = pixels[at * shape.channels()];
      mass += ink;
      sumX += ink * (at % shape.width());
      sumY += ink * row(at);
    }
    if (mass > 0) {
      int right = (int) Math.round((shape.width() - 1) / 2.0 - sumX / mass);
      int down = (int) Math.round((shape.height() - 1) / 2.0 - sumY / mass);
      shift(right, down);
    }
  }

  private void shift(int right, int down) {
    float[] old = pixels.clone();
    Arrays.fill(pixels, 0);
    for (int y = Math.max(0, down); y < Math.min(shape.height(), shape.height() + down); y++) {
      for (int x = Math.max(0, right); x < Math.min(shape.width(), shape.width() + right); x++) {
        int from = ((y - down) * shape.width() + x - right) * shape.channels();
        int to = (y * shape.width() + x) * shape.channels();
        System.arraycopy(old, from, pixels, to, shape.channels());
      }
    }
  }

  private int row(int at) {
    return at / shape.width();
  }

  private double scale() {
    return Math.max(shape.height(), shape.width()) / USUAL_SIDE;
  }

  private void forEachPixel(PixelVisitor visitor) {
    for (int at = 0; at < unknown.length; at++) {
      visitor.visit(at, at % shape.width() + 0.5, row(at) + 0.5);
    }
  }

  /** From a point to a line between two others. */
  private static double distance(
      double x, double y, double fromX, double fromY, double toX, double toY) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = dx * dx + dy * dy;
    double part = length == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
    double near = Math.max(0, Math.min(1, part));
    return Math.hypot(x - fromX - near * dx, y - fromY - near * dy);
  }

  /** Is shown each pixel with the coordinates of its middle. */
  @FunctionalInterface
  private interface PixelVisitor {

    void visit(int at, double x, double y);
  }
}
