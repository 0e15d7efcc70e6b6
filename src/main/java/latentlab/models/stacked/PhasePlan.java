package latentlab.models.stacked;

import latentlab.models.TrainingPoint;

/**
 * Which part of a stacked autoencoder learns when. Immutable; a pure function of the point.
 *
 * @param layers how many shallow autoencoders there are, at least 1
 * @param pretraining the part of the training that is spent on them one by one, in [0, 1)
 */
record PhasePlan(int layers, double pretraining) {

  /**
   * A stretch of the training, and where in it a step is.
   *
   * @param layer the shallow autoencoder that learns, from 0; if there is none of this number, all
   *     learn together
   * @param fraction the part of the phase that is over, from 0 to 1
   */
  record Phase(int layer, double fraction) {}

  Phase at(TrainingPoint point) {
    double fraction = point.fraction();
    if (fraction >= pretraining) {
      return new Phase(layers, (fraction - pretraining) / (1 - pretraining));
    }
    double done = fraction / pretraining * layers;
    int layer = Math.min((int) done, layers - 1);
    return new Phase(layer, Math.min(done - layer, 1));
  }

  boolean isFineTuning(Phase phase) {
    return phase.layer() == layers;
  }

  /** Whether all learn together at this step and did not at the one before. */
  boolean beginsFineTuning(TrainingPoint point) {
    return point.step() > 0
        && isFineTuning(at(point))
        && !isFineTuning(at(new TrainingPoint(point.step() - 1, point.steps())));
  }
}
