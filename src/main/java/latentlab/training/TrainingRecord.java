package latentlab.training;

import java.time.Duration;
import java.util.Optional;
import latentlab.models.LossTerms;

/**
 * How far a training has come, as its checkpoint tells it. Immutable.
 *
 * @param steps the steps made so far
 * @param history the epochs done so far
 * @param begunEpoch the training losses of the epoch that has begun but is not done
 * @param time what the steps and the ends of epochs took, without pauses and without the writing of
 *     checkpoints; empty if the training began in a version that did not count it
 */
public record TrainingRecord(
    long steps, TrainingHistory history, LossSum begunEpoch, Optional<Duration> time) {

  static final TrainingRecord START =
      new TrainingRecord(0, TrainingHistory.empty(), LossSum.NONE, Optional.of(Duration.ZERO));

  /** This place, one step of a batch later. */
  TrainingRecord withStep(LossTerms loss, int images) {
    return new TrainingRecord(steps + 1, history, begunEpoch.with(loss, images), time);
  }

  /** This place, with the epoch that had begun now done. */
  TrainingRecord withEpochDone(LossTerms validation) {
    return new TrainingRecord(
        steps,
        history.with(new TrainingHistory.Epoch(steps, begunEpoch.mean(), validation)),
        LossSum.NONE,
        time);
  }

  /** This place, reached after some more time. */
  TrainingRecord after(long nanos) {
    return new TrainingRecord(
        steps, history, begunEpoch, time.map(before -> before.plusNanos(nanos)));
  }
}
