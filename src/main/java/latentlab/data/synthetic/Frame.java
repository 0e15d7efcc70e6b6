package latentlab.data.synthetic;

/**
 * Puts a drawing into the image as MNIST does: the inked box is scaled so that its larger side has
 * a given size, then the centre of mass is put in the middle. Unlike MNIST, which moves by whole
 * pixels, the centre is met exactly and then missed by a known shift.
 *
 * @param size larger side of the inked box in pixels
 * @param shiftX of the centre of mass to the right, in pixels
 * @param shiftY of the centre of mass downwards, in pixels
 */
record Frame(double size, double shiftX, double shiftY) {

  /**
   * Where MNIST has its centre of mass on average, in pixels from the left and the top: the middle
   * of the pixel in row and column 14, half a pixel beyond the middle of the image.
   */
  static final double CENTRE = 14.5;

  /** How much wider than the pen its ink is, in pixels: the rest of the edge is too faint. */
  private static final double VISIBLE_EDGE = 0.8 * SoftPen.EDGE;

  /**
   * Draws a path.
   *
   * @param path in any unit, with the radius as a multiple of half the thickness
   * @param thickness width of the pen in pixels
   * @return [28, 28] from 0 to 255
   */
  byte[] draw(PenPath path, double thickness) {
    Box box = Box.around(path);
    double scale =
        (size - thickness - VISIBLE_EDGE) / Math.max(1e-9, Math.max(box.width(), box.height()));
    double middle = SoftPen.SIDE / 2.0;
    double left = middle - scale * box.centreX();
    double top = middle - scale * box.centreY();
    SoftPen pen = new SoftPen();
    CentreOfMass mass = CentreOfMass.of(pen.draw(placed(path, scale, left, top, thickness)));
    double right = CENTRE + shiftX - mass.x();
    double down = CENTRE + shiftY - mass.y();
    return pen.draw(placed(path, scale, left + right, top + down, thickness));
  }

  private static PenPath placed(
      PenPath path, double scale, double left, double top, double thickness) {
    PenPath placed = new PenPath();
    for (int i = 0; i < path.size(); i++) {
      placed.add(
          scale * path.x(i) + left,
          scale * path.y(i) + top,
          path.radius(i) * thickness / 2,
          path.startsStroke(i));
    }
    return placed;
  }

  /** The smallest upright rectangle around a path. */
  private record Box(double left, double top, double right, double bottom) {

    static Box around(PenPath path) {
      double left = path.x(0);
      double right = left;
      double top = path.y(0);
      double bottom = top;
      for (int i = 1; i < path.size(); i++) {
        left = Math.min(left, path.x(i));
        right = Math.max(right, path.x(i));
        top = Math.min(top, path.y(i));
        bottom = Math.max(bottom, path.y(i));
      }
      return new Box(left, top, right, bottom);
    }

    double width() {
      return right - left;
    }

    double height() {
      return bottom - top;
    }

    double centreX() {
      return (left + right) / 2;
    }

    double centreY() {
      return (top + bottom) / 2;
    }
  }
}
