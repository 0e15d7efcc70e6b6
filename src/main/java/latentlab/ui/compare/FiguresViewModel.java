package latentlab.ui.compare;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.evaluation.comparison.TableFormat;
import latentlab.progress.Cancellation;
import latentlab.storage.AtomicFile;
import latentlab.ui.bridge.LatestProgress;
import latentlab.ui.bridge.PulseScheduler;
import latentlab.ui.session.ModelShelf;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;
import org.jspecify.annotations.Nullable;

/** Measures the models of the shelf. For the JavaFX thread; needs no toolkit. */
final class FiguresViewModel implements AutoCloseable {

  private final ModelShelf shelf;
  private final FigureSource source;
  private final Executor background;
  private final Executor foreground;
  private final PulseScheduler pulses;
  private final Messages messages;
  private final ReadOnlyObjectWrapper<@Nullable ComparisonTable> table =
      new ReadOnlyObjectWrapper<>(this, "table");
  private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper(this, "running");
  private final ReadOnlyDoubleWrapper fraction = new ReadOnlyDoubleWrapper(this, "fraction");
  private final ReadOnlyStringWrapper message = new ReadOnlyStringWrapper(this, "message", "");
  private Cancellation cancellation = new Cancellation();

  FiguresViewModel(
      ModelShelf shelf,
      FigureSource source,
      Executor background,
      Executor foreground,
      PulseScheduler pulses,
      Messages messages) {
    this.shelf = shelf;
    this.source = source;
    this.background = background;
    this.foreground = foreground;
    this.pulses = pulses;
    this.messages = messages;
  }

  /** What has been measured so far, or null. */
  ReadOnlyObjectProperty<@Nullable ComparisonTable> table() {
    return table.getReadOnlyProperty();
  }

  ReadOnlyBooleanProperty running() {
    return running.getReadOnlyProperty();
  }

  /** How far the measuring of the present model has come, 0 to 1; -1 where it is not known. */
  ReadOnlyDoubleProperty fraction() {
    return fraction.getReadOnlyProperty();
  }

  /** What is being done, or how it ended, in one line. */
  ReadOnlyStringProperty message() {
    return message.getReadOnlyProperty();
  }

  /** Measures all models anew; does nothing while this is under way. */
  void measure(FigureSource.Amount amount) {
    if (running.get()) {
      return;
    }
    List<ShelvedModel> models = List.copyOf(shelf.models());
    Cancellation mine = new Cancellation();
    cancellation = mine;
    running.set(true);
    fraction.set(-1);
    message.set(messages.text("compare.measuring"));
    LatestProgress progress =
        new LatestProgress(
            pulses,
            report -> {
              if (running.get()) {
                fraction.set(report.fraction());
                message.set(report.what());
              }
            });
    background.execute(
        () -> {
          try {
            source.measure(
                models,
                amount,
                soFar -> foreground.execute(() -> show(soFar, mine)),
                progress,
                mine);
            end("");
          } catch (CancellationException stopped) {
            end(messages.text("compare.cancelled"));
          } catch (RuntimeException | LinkageError problem) {
            end(Failures.oneLine(problem));
          }
        });
  }

  /** Stops measuring; what is measured stays. */
  void cancel() {
    cancellation.cancel();
  }

  /** Writes the table into a file, in the background. */
  void export(TableFormat format, Path file) {
    ComparisonTable present = table.get();
    if (present == null) {
      return;
    }
    background.execute(
        () -> {
          try {
            byte[] text = format.write(present).getBytes(StandardCharsets.UTF_8);
            AtomicFile.write(file, out -> out.write(text));
            tell(messages.text("compare.exported", file));
          } catch (RuntimeException problem) {
            tell(Failures.oneLine(problem));
          }
        });
  }

  private void tell(String line) {
    foreground.execute(() -> message.set(line));
  }

  private void show(ComparisonTable soFar, Cancellation of) {
    if (of == cancellation) {
      table.set(soFar);
    }
  }

  private void end(String how) {
    foreground.execute(
        () -> {
          ComparisonTable present = table.get();
          running.set(false);
          fraction.set(0);
          message.set(how.isEmpty() && present != null ? present.caption() : how);
        });
  }

  @Override
  public void close() {
    cancel();
  }
}
