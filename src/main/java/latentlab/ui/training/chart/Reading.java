package latentlab.ui.training.chart;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the curves of one run say at one place. Immutable.
 *
 * @param run whose curves
 * @param training the training loss at the step nearest to the place; empty where the run was not
 *     yet or no longer trained
 * @param smoothed the smoothed curve there; empty if none is drawn
 * @param validation the validation loss after the last epoch that had ended by then
 */
record Reading(
    LossRun run,
    Optional<Measured> training,
    OptionalDouble smoothed,
    Optional<Measured> validation) {

  /**
   * One point of a curve.
   *
   * @param step the number of steps made
   * @param value as it was measured
   */
  record Measured(long step, double value) {

    static Measured of(Curve curve, int index) {
      return new Measured(curve.step(index), curve.value(index));
    }
  }

  /** The epoch that the step belongs to, from 1; 0 if nothing was measured here. */
  long epoch() {
    return training.map(point -> epochOf(point.step())).orElse(0L);
  }

  /** The epoch after which the validation loss was measured, from 1; 0 if there is none. */
  long validatedEpoch() {
    return validation.map(point -> epochOf(point.step())).orElse(0L);
  }

  private long epochOf(long step) {
    return Math.max(1, (long) Math.ceil(step / run.history().stepsInEpoch() - 1e-9));
  }
}
