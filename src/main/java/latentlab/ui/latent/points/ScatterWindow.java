package latentlab.ui.latent.points;

import latentlab.evaluation.projection.PlanePoints;

/**
 * Which part of a plane is seen, at which scale. Immutable. Pixels count from the upper left
 * corner, coordinates rise to the right and upwards.
 *
 * @param left the coordinate at the left border
 * @param top the coordinate at the upper border
 * @param perUnitX pixels for one unit across
 * @param perUnitY pixels for one unit upwards
 */
public record ScatterWindow(double left, double top, double perUnitX, double perUnitY) {

  private static final double MARGIN = 0.05;
  private static final double NARROWEST = 1e-6;

  /**
   * A window that shows all points, with the same scale in both directions.
   *
   * @param points at least one
   * @param width of the view in pixels
   * @param height of the view in pixels
   * @return the points lie in its middle, with a little room around them
   */
  public static ScatterWindow around(PlanePoints points, double width, double height) {
    float minX = Float.POSITIVE_INFINITY;
    float maxX = Float.NEGATIVE_INFINITY;
    float minY = Float.POSITIVE_INFINITY;
    float maxY = Float.NEGATIVE_INFINITY;
    for (int i = 0; i < points.count(); i++) {
      minX = Math.min(minX, points.x(i));
      maxX = Math.max(maxX, points.x(i));
      minY = Math.min(minY, points.y(i));
      maxY = Math.max(maxY, points.y(i));
    }
    double room = 1 - 2 * MARGIN;
    double scale =
        room
            * Math.min(
                width / Math.max(NARROWEST, maxX - minX),
                height / Math.max(NARROWEST, maxY - minY));
    double left = (minX + maxX) / 2.0 - width / 2 / scale;
    double top = (minY + maxY) / 2.0 + height / 2 / scale;
    return new ScatterWindow(left, top, scale, scale);
  }

  /**
   * Where a coordinate across lies.
   *
   * @param x the coordinate
   * @return pixels from the left
   */
  public double pixelX(double x) {
    return (x - left) * perUnitX;
  }

  /**
   * Where a coordinate upwards lies.
   *
   * @param y the coordinate
   * @return pixels from the top
   */
  public double pixelY(double y) {
    return (top - y) * perUnitY;
  }

  /**
   * The window after a drag.
   *
   * @param rightwards pixels that the points move to the right
   * @param downwards pixels that they move down
   * @return another window of the same scale
   */
  public ScatterWindow moved(double rightwards, double downwards) {
    return new ScatterWindow(
        left - rightwards / perUnitX, top + downwards / perUnitY, perUnitX, perUnitY);
  }

  /**
   * The window at another scale.
   *
   * @param factor above 1 to see more closely
   * @param pixelX a place that stays where it is, in pixels from the left
   * @param pixelY and from the top
   * @return another window
   */
  public ScatterWindow zoomed(double factor, double pixelX, double pixelY) {
    double x = left + pixelX / perUnitX;
    double y = top - pixelY / perUnitY;
    return new ScatterWindow(
        x - pixelX / (perUnitX * factor),
        y + pixelY / (perUnitY * factor),
        perUnitX * factor,
        perUnitY * factor);
  }

  /** The window in pixels of a finer screen. */
  ScatterWindow onScreen(double scale) {
    return new ScatterWindow(left, top, perUnitX * scale, perUnitY * scale);
  }
}
