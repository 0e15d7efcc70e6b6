package latentlab.training;

import latentlab.models.LossTerms;

/**
 * How far a training has come, as its checkpoint tells it. Immutable.
 *
 * @param steps the steps made so far
 * @param history the epochs done so far
 * @param begunEpoch the training losses of the epoch that has begun but is not done
 */
public record TrainingRecord(long steps, TrainingHistory history, LossSum begunEpoch) {

  static final TrainingRecord START = new TrainingRecord(0, TrainingHistory.empty(), LossSum.NONE);

  /** This place, one step of a batch later. */
  TrainingRecord withStep(LossTerms loss, int images) {
    return new TrainingRecord(steps + 1, history, begunEpoch.with(loss, images));
  }

  /** This place, with the epoch that had begun now done. */
  TrainingRecord withEpochDone(LossTerms validation) {
    return new TrainingRecord(
        steps,
        history.with(new TrainingHistory.Epoch(steps, begunEpoch.mean(), validation)),
        LossSum.NONE);
  }
}
