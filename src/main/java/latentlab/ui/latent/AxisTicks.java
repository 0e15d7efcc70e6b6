package latentlab.ui.latent;

import java.util.ArrayList;
import java.util.List;

/** Round values along an axis that runs equally far to both sides of 0. */
final class AxisTicks {

  private AxisTicks() {}

  /**
   * The values to write beside an axis: multiples of 1, 2 or 5 times a power of ten.
   *
   * @param range the axis runs from minus to plus this, above 0
   * @param most how many values there may be, at least 3
   * @return rising values, 0 among them
   */
  static List<Double> within(double range, int most) {
    int stepsToOneSide = Math.max(1, (most - 1) / 2);
    double atLeast = range / stepsToOneSide;
    double power = Math.pow(10, Math.floor(Math.log10(atLeast)));
    double step = 10 * power;
    for (int multiple : new int[] {5, 2, 1}) {
      if (multiple * power >= atLeast * (1 - 1e-9)) {
        step = multiple * power;
      }
    }
    int count = (int) Math.floor(range / step + 1e-9);
    List<Double> ticks = new ArrayList<>();
    for (int i = -count; i <= count; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }
}
