package latentlab.training;

import java.util.Optional;
import latentlab.failure.UserException;

/**
 * How a training ended.
 *
 * @param state completed, stopped or failed
 * @param message one line for the user; empty where there is nothing to say
 * @param failure what went wrong, if something did
 */
record TrainingOutcome(TrainingState state, String message, Optional<UserException> failure) {

  static TrainingOutcome of(TrainingState state, String message) {
    return new TrainingOutcome(state, message, Optional.empty());
  }

  static TrainingOutcome of(TrainingState state, UserException failure) {
    return new TrainingOutcome(state, failure.getMessage(), Optional.of(failure));
  }
}
