package latentlab.evaluation.projection;

import latentlab.models.LatentCodes;

/** The view along the two principal components of largest variance. Nothing is random in it. */
public final class PrincipalPlane implements Projection {

  /** The projection. */
  public PrincipalPlane() {}

  @Override
  public PlanePoints project(LatentCodes codes, ProjectionRun run) {
    run.report(0, 1, "principal components");
    PlanePoints points = PrincipalComponents.of(codes).plane(codes, 0, 1);
    run.offer(() -> points);
    run.report(1, 1, "principal components");
    return points;
  }

  /** The view, scaled so that its first coordinate has this standard deviation, [count, 2]. */
  static double[] scaled(LatentCodes codes, double deviation) {
    PrincipalComponents components = PrincipalComponents.of(codes);
    float[] points = components.plane(codes, 0, 1).coordinates();
    double spread = Math.sqrt(components.variance(0));
    double scale = spread > 0 ? deviation / spread : 1;
    double[] result = new double[points.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = points[i] * scale;
    }
    return result;
  }
}
