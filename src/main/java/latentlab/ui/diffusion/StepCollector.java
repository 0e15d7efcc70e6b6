package latentlab.ui.diffusion;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import latentlab.models.denoising.TrajectoryStep;
import latentlab.ui.bridge.PulseScheduler;

/**
 * Carries steps from the model's thread to the JavaFX thread: all of them, in order, in at most
 * some twenty-five deliveries a second; the first at once.
 */
final class StepCollector implements Consumer<TrajectoryStep> {

  private static final Duration BETWEEN = Duration.ofMillis(40);

  private final PulseScheduler pulses;
  private final Consumer<List<TrajectoryStep>> receiver;
  private List<TrajectoryStep> waiting = new ArrayList<>();
  private boolean scheduled;
  private boolean first = true;

  /** The receiver is called on the JavaFX thread. */
  StepCollector(PulseScheduler pulses, Consumer<List<TrajectoryStep>> receiver) {
    this.pulses = pulses;
    this.receiver = receiver;
  }

  @Override
  public void accept(TrajectoryStep step) {
    Duration delay;
    synchronized (this) {
      waiting.add(step);
      if (scheduled) {
        return;
      }
      scheduled = true;
      delay = first ? Duration.ZERO : BETWEEN;
      first = false;
    }
    pulses.schedule(this::deliver, delay);
  }

  private void deliver() {
    List<TrajectoryStep> steps;
    synchronized (this) {
      steps = waiting;
      waiting = new ArrayList<>();
      scheduled = false;
    }
    receiver.accept(steps);
  }
}
