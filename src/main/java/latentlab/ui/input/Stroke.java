package latentlab.ui.input;

/**
 * A straight piece of what a pointer draws, in pixels of the image from its top left corner.
 *
 * @param fromX where it begins
 * @param fromY where it begins
 * @param toX where it ends
 * @param toY where it ends
 * @param thickness of the line, in pixels of an image of 28x28
 */
public record Stroke(double fromX, double fromY, double toX, double toY, double thickness) {

  /** As thick as most pens of MNIST, in pixels of an image of 28x28. */
  public static final double USUAL_THICKNESS = 2.8;

  /**
   * How far a point is from the line between the two ends.
   *
   * @param x of the point
   * @param y of the point
   * @return a distance in pixels, 0 or more
   */
  public double distanceTo(double x, double y) {
    double dx = toX - fromX;
    double dy = toY - fromY;
    double length = dx * dx + dy * dy;
    double part = length == 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
    double near = Math.max(0, Math.min(1, part));
    return Math.hypot(x - fromX - near * dx, y - fromY - near * dy);
  }
}
