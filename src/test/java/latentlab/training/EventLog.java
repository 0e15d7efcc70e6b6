package latentlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import latentlab.training.TrainingEvent.EpochCompleted;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;

/** Collects events and lets a test wait for one. */
final class EventLog implements TrainingListener {

  private final List<TrainingEvent> events = new ArrayList<>();

  @Override
  public synchronized void onEvent(TrainingEvent event) {
    events.add(event);
    notifyAll();
  }

  /** The first event that fits, now or within some seconds. */
  synchronized TrainingEvent await(Predicate<TrainingEvent> wanted) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
    while (events.stream().noneMatch(wanted)) {
      long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
      if (left <= 0) {
        throw new AssertionError("no such event came; there are " + shortly());
      }
      wait(left);
    }
    return events.stream().filter(wanted).findFirst().orElseThrow();
  }

  StepCompleted awaitStep(long step) throws InterruptedException {
    return (StepCompleted) await(e -> e instanceof StepCompleted made && made.step() == step);
  }

  StateChanged awaitState(TrainingState state) throws InterruptedException {
    return (StateChanged) await(e -> e instanceof StateChanged now && now.state() == state);
  }

  synchronized <T extends TrainingEvent> List<T> all(Class<T> kind) {
    return events.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** All events as words: states by name, steps as s1, epochs as e1. */
  synchronized List<String> shortly() {
    return events.stream().map(EventLog::shortly).toList();
  }

  private static String shortly(TrainingEvent event) {
    if (event instanceof StateChanged change) {
      return change.state().name();
    }
    return event instanceof StepCompleted step
        ? "s" + step.step()
        : "e" + ((EpochCompleted) event).epoch();
  }
}
