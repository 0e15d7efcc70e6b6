package latentlab.models.networks;

import latentlab.models.TrainingPoint;

/** How the learning rate changes in the course of a training. */
public enum RateSchedule {
  /** Always the same. */
  CONSTANT(0, 1),
  /** Half a period of the cosine down to a hundredth (Loshchilov and Hutter 2017). */
  COSINE(0, 0.01),
  /** Up over the first three tenths, then down as a cosine (Smith and Topin 2019). */
  ONE_CYCLE(0.3, 0.001);

  /** Where the rise begins, as a part of the full rate. */
  private static final double FIRST_FACTOR = 0.04;

  private final double rise;
  private final double floor;

  RateSchedule(double rise, double floor) {
    this.rise = rise;
    this.floor = floor;
  }

  /**
   * What the learning rate is multiplied with.
   *
   * @param point where the training is
   * @return above 0, at most 1
   */
  public double factor(TrainingPoint point) {
    return factor(point.fraction());
  }

  /**
   * What the learning rate is multiplied with.
   *
   * @param fraction the part of the training, or of its present phase, that is over; 0 to 1
   * @return above 0, at most 1
   */
  public double factor(double fraction) {
    if (fraction < rise) {
      return FIRST_FACTOR + (1 - FIRST_FACTOR) * fraction / rise;
    }
    double descent = (fraction - rise) / (1 - rise);
    return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * descent));
  }
}
