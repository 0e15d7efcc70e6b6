package latentlab.ui.latent;

import java.util.Arrays;
import latentlab.evaluation.projection.PrincipalComponents;

/**
 * What the sliders of a latent space move: its dimensions, or the principal directions of encoded
 * images in standard deviations from their mean. Immutable.
 *
 * @param basis tells the directions
 * @param size how many sliders there are
 * @param extent how far a slider goes from 0
 * @param home where all sliders are at 0
 * @param units what a slider's 1 is on its direction, in units of the space, above 0
 */
@SuppressWarnings("ArrayRecordComponent") // Nobody outside changes or compares it.
record SliderAxes(PlaneBasis basis, int size, double extent, LatentPoint home, double[] units) {

  /** 99.7% of what is normally distributed lies within. */
  private static final double DEVIATIONS = 3;

  /** A direction in which nothing varies has a unit, too. */
  private static final double SMALLEST_UNIT = 1e-6;

  /** The dimensions of a space, in its own units. */
  static SliderAxes dimensions(int size, double extent) {
    double[] units = new double[size];
    Arrays.fill(units, 1);
    return new SliderAxes(PlaneBasis.DIMENSIONS, size, extent, LatentPoint.origin(size), units);
  }

  /** The principal directions of codes, in the order of their variance. */
  static SliderAxes of(PrincipalComponents components) {
    double[] units = new double[components.size()];
    double[] mean = components.mean();
    float[] home = new float[mean.length];
    for (int i = 0; i < units.length; i++) {
      units[i] = Math.max(SMALLEST_UNIT, Math.sqrt(Math.max(0, components.variance(i))));
      home[i] = (float) mean[i];
    }
    return new SliderAxes(
        PlaneBasis.of(components), units.length, DEVIATIONS, LatentPoint.of(home), units);
  }

  boolean isPrincipal() {
    return basis.isPrincipal();
  }

  /** Where a point's slider stands. */
  double value(LatentPoint point, int axis) {
    return basis.coordinate(point, axis) / units[axis];
  }

  /** A point moved along one axis alone, so that its slider stands there. */
  LatentPoint moved(LatentPoint point, int axis, double value) {
    return basis.moved(point, axis, value * units[axis]);
  }

  /** The part of the codes' variance that lies in one principal direction, 0 to 1. */
  double share(int axis) {
    double sum = 0;
    for (double unit : units) {
      sum += unit * unit;
    }
    return units[axis] * units[axis] / sum;
  }

  /** Whether the same sliders can show both, though not at the same places. */
  boolean hasFormOf(SliderAxes other) {
    return isPrincipal() == other.isPrincipal() && size == other.size && extent == other.extent;
  }
}
