package latentlab.training;

import java.lang.System.Logger.Level;

/**
 * What others see of a training: its state and place for any thread that asks, its events for the
 * listener. Written by the training thread.
 */
final class TrainingReporter {

  private final TrainingListener listener;
  private boolean listenerHasFailed;
  private volatile TrainingState state = TrainingState.RUNNING;
  private volatile TrainingRecord record = TrainingRecord.START;

  TrainingReporter(TrainingListener listener) {
    this.listener = listener;
  }

  TrainingState state() {
    return state;
  }

  TrainingRecord record() {
    return record;
  }

  void changeState(TrainingState newState, String message) {
    state = newState;
    send(new TrainingEvent.StateChanged(newState, message));
  }

  void changeRecord(TrainingRecord newRecord) {
    record = newRecord;
  }

  /**
   * Tells the listener. A listener that throws is a defect of whoever listens and no reason to lose
   * a training; it is logged once, as there may be thousands of steps.
   */
  void send(TrainingEvent event) {
    try {
      listener.onEvent(event);
    } catch (RuntimeException | Error e) {
      if (!listenerHasFailed) {
        listenerHasFailed = true;
        System.getLogger(TrainingReporter.class.getName())
            .log(Level.WARNING, "a listener failed; its further failures are not logged", e);
      }
    }
  }
}
