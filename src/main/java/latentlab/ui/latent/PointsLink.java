package latentlab.ui.latent;

import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.LatentCodes;
import latentlab.ui.latent.points.PointsViewModel;

/** Keeps the points and the explored space in step. For the JavaFX thread. */
final class PointsLink {

  private PointsLink() {}

  /** A click on a point moves the chosen point; the chosen point and the plane show there. */
  static void join(LatentSpaceViewModel space, PointsViewModel points) {
    points.onChoose(code -> space.choose(LatentPoint.of(code)));
    space.chosen().addListener((observable, before, now) -> points.showChosen(now.code().values()));
    space.plane().addListener((observable, before, now) -> showPlane(now, points));
    points.showChosen(space.chosen().get().code().values());
    showPlane(space.plane().get(), points);
  }

  private static void showPlane(PlaneGrid plane, PointsViewModel points) {
    points.setPlane(codes -> onPlane(plane, codes));
  }

  /** Codes along the axes of a plane; without an axis upwards all lie at 0. */
  static PlanePoints onPlane(PlaneGrid plane, LatentCodes codes) {
    float[] result = new float[2 * codes.count()];
    boolean fits = Math.max(plane.horizontal(), plane.vertical()) < codes.size();
    for (int i = 0; i < codes.count() && fits; i++) {
      LatentPoint point = LatentPoint.of(codes.code(i));
      result[2 * i] = (float) plane.basis().coordinate(point, plane.horizontal());
      result[2 * i + 1] =
          plane.vertical() == PlaneGrid.NONE
              ? 0
              : (float) plane.basis().coordinate(point, plane.vertical());
    }
    return new PlanePoints(result);
  }
}
