package latentlab.ui.training.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javax.imageio.ImageIO;
import latentlab.ui.text.Messages;
import latentlab.ui.training.SyntheticEvents;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;

@ExtendWith(ApplicationExtension.class)
class ChartExportTest {

  @TempDir Path folder = Path.of("");

  private final List<String> announced = new ArrayList<>();
  private final ChartExport export =
      new ChartExport(Runnable::run, Runnable::run, announced::add, Messages.load());

  @Test
  void writesEveryLossAsARowUnderAHeader() throws IOException {
    Path file = folder.resolve("losses.csv");
    export.writeCsv(file, run(2, 3));

    List<String> lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 6 + 2 + 2);
    assertThat(lines.get(0)).isEqualTo("run,data,step,total,reconstruction,kl");
    assertThat(lines.get(6)).startsWith(",training,6,");
    assertThat(lines.get(8)).startsWith(",training-epoch,6,");
    assertThat(lines.get(10)).startsWith(",validation,6,");
    assertThat(announced).containsExactly("Written: " + file);
  }

  @Test
  void writesWhatIsShownAsAPicture(FxRobot robot) throws IOException {
    Path file = folder.resolve("losses.png");
    robot.interact(
        () -> {
          Region shown = new Region();
          shown.setMinSize(120, 80);
          shown.setStyle("-fx-background-color: #ff0000");
          Scene scene = new Scene(new StackPane(shown), 120, 80);
          scene.getRoot().layout();
          export.writePng(file, shown);
        });

    BufferedImage picture = ImageIO.read(file.toFile());
    assertThat(picture.getWidth()).isEqualTo(120);
    assertThat(picture.getHeight()).isEqualTo(80);
    assertThat(picture.getRGB(60, 40)).isEqualTo(0xFFFF0000);
    assertThat(announced).containsExactly("Written: " + file);
  }

  @Test
  void saysInOneLineWhyAFileCannotBeWritten() {
    export.writeCsv(folder, run(1, 1));

    assertThat(announced).hasSize(1);
    assertThat(announced.get(0)).startsWith("Could not be written: ").contains(folder.toString());
  }

  private static List<LossRun> run(int epochs, int stepsInEpoch) {
    return new LossRuns(SyntheticEvents.history(epochs, stepsInEpoch)).visible();
  }
}
