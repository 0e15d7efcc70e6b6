package latentlab.ui.latent;

import latentlab.evaluation.projection.PrincipalComponents;

/** Which directions of a latent space the axes of a plane can take. Immutable. */
interface PlaneBasis {

  /** The latent dimensions themselves. */
  PlaneBasis DIMENSIONS = new Dimensions();

  /** How far a point lies along an axis, from 0. */
  double coordinate(LatentPoint point, int axis);

  /** A point moved along an axis, so that it has this coordinate there. */
  LatentPoint moved(LatentPoint point, int axis, double coordinate);

  /** What people call an axis. */
  String name(int axis);

  /** Whether the axes are principal directions. */
  boolean isPrincipal();

  /** The principal directions of codes; coordinates are measured from the codes' mean. */
  static PlaneBasis of(PrincipalComponents components) {
    return new Principal(components);
  }

  /** See {@link #DIMENSIONS}. */
  record Dimensions() implements PlaneBasis {

    @Override
    public double coordinate(LatentPoint point, int axis) {
      return point.coordinate(axis);
    }

    @Override
    public LatentPoint moved(LatentPoint point, int axis, double coordinate) {
      return point.with(axis, coordinate);
    }

    @Override
    public String name(int axis) {
      return Numbers.dimension(axis);
    }

    @Override
    public boolean isPrincipal() {
      return false;
    }
  }

  /** See {@link #of}. The directions are orthogonal, so that each axis can be moved alone. */
  record Principal(PrincipalComponents components) implements PlaneBasis {

    @Override
    public double coordinate(LatentPoint point, int axis) {
      double[] mean = components.mean();
      double[] direction = components.direction(axis);
      double sum = 0;
      for (int i = 0; i < direction.length; i++) {
        sum += (point.coordinate(i) - mean[i]) * direction[i];
      }
      return sum;
    }

    @Override
    public LatentPoint moved(LatentPoint point, int axis, double coordinate) {
      double step = coordinate - coordinate(point, axis);
      double[] direction = components.direction(axis);
      float[] result = new float[direction.length];
      for (int i = 0; i < direction.length; i++) {
        result[i] = (float) (point.coordinate(i) + step * direction[i]);
      }
      return LatentPoint.of(result);
    }

    @Override
    public String name(int axis) {
      return Numbers.principal(axis);
    }

    @Override
    public boolean isPrincipal() {
      return true;
    }
  }
}
