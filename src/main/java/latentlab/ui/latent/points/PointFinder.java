package latentlab.ui.latent.points;

import java.util.OptionalInt;
import java.util.Set;
import latentlab.evaluation.projection.PlanePoints;

/** Finds the point under the pointer. */
final class PointFinder {

  /** How far from the pointer a point may be, in pixels. */
  private static final double REACH = 8;

  private PointFinder() {}

  /**
   * The point that is nearest to a place, if it is near enough and its class is shown.
   *
   * @param pixelX pixels from the left of the window
   * @param pixelY pixels from its top
   */
  static OptionalInt at(
      double pixelX,
      double pixelY,
      ScatterWindow window,
      PointCloud cloud,
      PlanePoints points,
      Set<Integer> hidden) {
    double nearest = REACH * REACH;
    int found = -1;
    for (int i = 0; i < points.count(); i++) {
      double dx = window.pixelX(points.x(i)) - pixelX;
      double dy = window.pixelY(points.y(i)) - pixelY;
      double square = dx * dx + dy * dy;
      // The later of two is painted over the earlier, so that it is the one that is seen.
      if (square <= nearest && !hidden.contains(cloud.label(i))) {
        nearest = square;
        found = i;
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }
}
