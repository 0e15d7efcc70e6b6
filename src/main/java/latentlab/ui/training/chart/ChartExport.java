package latentlab.ui.training.chart;

import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import latentlab.storage.AtomicFile;
import latentlab.storage.FileContent;
import latentlab.ui.text.Failures;
import latentlab.ui.text.Messages;

/** Writes curves and charts into files that the user chooses, in the background. */
public final class ChartExport {

  private final Executor background;
  private final Executor foreground;
  private final Consumer<String> announcements;
  private final Messages messages;

  /**
   * Creates the export.
   *
   * @param background writes the files
   * @param foreground runs work on the JavaFX thread
   * @param announcements is told there, in one line, how it ended
   * @param messages the words
   */
  public ChartExport(
      Executor background, Executor foreground, Consumer<String> announcements, Messages messages) {
    this.background = background;
    this.foreground = foreground;
    this.announcements = announcements;
    this.messages = messages;
  }

  void csv(Window owner, List<LossRun> runs) {
    File chosen = chooser("losses.csv", "*.csv").showSaveDialog(owner);
    if (chosen != null) {
      writeCsv(chosen.toPath(), runs);
    }
  }

  void png(Window owner, Node charts) {
    File chosen = chooser("losses.png", "*.png").showSaveDialog(owner);
    if (chosen != null) {
      writePng(chosen.toPath(), charts);
    }
  }

  void writeCsv(Path file, List<LossRun> runs) {
    byte[] text = LossTable.toCsv(runs).getBytes(StandardCharsets.UTF_8);
    write(file, out -> out.write(text));
  }

  void writePng(Path file, Node charts) {
    SnapshotParameters parameters = new SnapshotParameters();
    BufferedImage picture = SwingFXUtils.fromFXImage(charts.snapshot(parameters, null), null);
    write(file, out -> ImageIO.write(picture, "png", out));
  }

  private void write(Path file, FileContent content) {
    CompletableFuture<?> unused =
        CompletableFuture.runAsync(() -> AtomicFile.write(file, content), background)
            .whenCompleteAsync(
                (done, problem) ->
                    announcements.accept(
                        problem == null
                            ? messages.text("chart.saved", file)
                            : messages.text("chart.failed", Failures.oneLine(problem))),
                foreground);
  }

  private static FileChooser chooser(String name, String pattern) {
    FileChooser chooser = new FileChooser();
    chooser.setInitialFileName(name);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(pattern, pattern));
    return chooser;
  }
}
