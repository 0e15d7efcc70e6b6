package latentlab.ui.training;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import latentlab.training.TrainingCurves;
import latentlab.ui.text.Failures;
import latentlab.ui.training.chart.LossRuns;

/**
 * Opens trainings that were stored, and knows where some are. For the JavaFX thread; needs no
 * toolkit.
 */
final class StoredTrainings {

  private final LossRuns runs;
  private final Function<Path, StoredTraining> reader;
  private final Consumer<Path> explorer;
  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> announcements;
  private final ObservableList<Path> known = FXCollections.observableArrayList();
  private final ObservableList<Path> knownView = FXCollections.unmodifiableObservableList(known);

  /**
   * Knows no folder yet.
   *
   * @param runs is given what is opened
   * @param reader reads a folder, in the background
   * @param explorer opens the model of a folder
   * @param background runs what may block
   * @param foreground runs work on the JavaFX thread
   * @param announcements is told, in one line, what could not be read
   */
  StoredTrainings(
      LossRuns runs,
      Function<Path, StoredTraining> reader,
      Consumer<Path> explorer,
      Executor background,
      Executor foreground,
      Consumer<String> announcements) {
    this.runs = runs;
    this.reader = reader;
    this.explorer = explorer;
    this.background = background;
    this.foreground = foreground;
    this.announcements = announcements;
  }

  /** Folders with stored trainings; unmodifiable, the latest first. */
  ObservableList<Path> known() {
    return knownView;
  }

  /** Takes notice of folders in which there may be trainings. */
  void lookInto(List<Path> folders) {
    background.execute(
        () -> {
          List<Path> found = folders.stream().filter(TrainingCurves::areIn).toList();
          foreground.execute(() -> found.forEach(this::know));
        });
  }

  /** Draws the losses of a stored training over the present ones. */
  void open(Path folder) {
    background.execute(
        () -> {
          try {
            StoredTraining training = reader.apply(folder);
            foreground.execute(() -> show(folder, training));
          } catch (RuntimeException | LinkageError problem) {
            String reason = Failures.oneLine(problem);
            foreground.execute(() -> announcements.accept(reason));
          }
        });
  }

  /** Explores the model of a stored training. */
  void explore(Path folder) {
    explorer.accept(folder);
  }

  private void show(Path folder, StoredTraining training) {
    know(folder);
    runs.open(training.name(), training.details(), training.history(), folder);
  }

  private void know(Path folder) {
    known.remove(folder);
    known.add(0, folder);
  }
}
