package latentlab.models.vae;

import latentlab.models.TrainingPoint;

/**
 * The divergence's part of the loss. Without a capacity it is beta KL (Higgins et al. 2017); with
 * one it is beta |KL - C| (Burgess et al. 2018, equation 8, where beta is called gamma), so that
 * the codes are given C nats to use. In the first part of the training, the warm-up, beta rises
 * from 0 (Bowman et al. 2016), or, with a capacity, C does.
 *
 * @param beta the weight, at least 0
 * @param capacity C at the end, in nats; 0 is without
 * @param warmUp the part of the training in which it rises, 0 to 1
 */
record DivergenceTerm(double beta, double capacity, double warmUp) {

  /**
   * What it adds to the loss.
   *
   * @param divergence KL, in nats
   * @param point where the training is
   */
  double loss(double divergence, TrainingPoint point) {
    return capacity > 0
        ? beta * Math.abs(divergence - capacity * risen(point))
        : beta * risen(point) * divergence;
  }

  /** The derivative of {@link #loss} by the divergence. */
  double weight(double divergence, TrainingPoint point) {
    return capacity > 0
        ? beta * Math.signum(divergence - capacity * risen(point))
        : beta * risen(point);
  }

  private double risen(TrainingPoint point) {
    return point.fraction() >= warmUp ? 1 : point.fraction() / warmUp;
  }
}
