package latentlab.ui.training;

import java.time.Duration;
import java.util.Locale;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.ui.text.Messages;

/** The figures below the charts, as words. Immutable. */
record RunStatistics(String steps, String throughput, String timeLeft, double fraction) {

  static final RunStatistics NONE = new RunStatistics("", "", "", 0);

  static RunStatistics of(StepCompleted step, int epoch, int epochs, Messages messages) {
    return new RunStatistics(
        messages.text("training.steps", epoch, epochs, step.step(), step.stepsInAll()),
        messages.text("training.throughput", Math.round(step.imagesPerSecond())),
        messages.text("training.time-left", clock(step.timeLeft())),
        step.stepsInAll() > 0 ? (double) step.step() / step.stepsInAll() : 0);
  }

  /** Minutes and seconds, with hours where there are any. */
  static String clock(Duration duration) {
    return duration.toHours() > 0
        ? String.format(
            Locale.ROOT,
            "%d:%02d:%02d",
            duration.toHours(),
            duration.toMinutesPart(),
            duration.toSecondsPart())
        : String.format(Locale.ROOT, "%d:%02d", duration.toMinutesPart(), duration.toSecondsPart());
  }
}
