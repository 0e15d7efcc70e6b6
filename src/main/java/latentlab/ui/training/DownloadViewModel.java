package latentlab.ui.training;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.progress.Cancellation;
import latentlab.ui.bridge.LatestProgress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/** Fetches one data set at a time. For the JavaFX thread; needs no toolkit. */
final class DownloadViewModel {

  private final DatasetSource source;
  private final Runnable finished;
  private final Executor background;
  private final Executor foreground;
  private final PulseScheduler pulses;
  private final Messages messages;

  private final ReadOnlyBooleanWrapper active = new ReadOnlyBooleanWrapper();
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper();
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper("");
  private Cancellation cancellation = new Cancellation();

  DownloadViewModel(
      DatasetSource source,
      Runnable finished,
      Executor background,
      Executor foreground,
      PulseScheduler pulses,
      Messages messages) {
    this.source = source;
    this.finished = finished;
    this.background = background;
    this.foreground = foreground;
    this.pulses = pulses;
    this.messages = messages;
  }

  ReadOnlyBooleanProperty active() {
    return active.getReadOnlyProperty();
  }

  /** From 0 to 1, or -1 where the size is not known. */
  ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  void start(String dataset) {
    if (active.get()) {
      return;
    }
    Cancellation token = new Cancellation();
    cancellation = token;
    active.set(true);
    fraction.set(-1);
    message.set(messages.text("training.download.started", dataset));
    LatestProgress progress = new LatestProgress(pulses, this::show);
    background.execute(() -> download(dataset, progress, token));
  }

  void cancel() {
    cancellation.cancel();
  }

  private void download(String dataset, LatestProgress progress, Cancellation token) {
    String outcome;
    try {
      source.download(dataset, progress, token);
      outcome = messages.text("training.download.done", dataset);
    } catch (CancellationException cancelled) {
      outcome = messages.text("training.download.cancelled", dataset);
    } catch (RuntimeException failure) {
      outcome = Failures.oneLine(failure);
    }
    String told = outcome;
    foreground.execute(
        () -> {
          active.set(false);
          message.set(told);
          finished.run();
        });
  }

  private void show(LatestProgress.Report report) {
    if (active.get()) {
      fraction.set(report.fraction());
      message.set(report.what());
    }
  }
}
