package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import latentlab.models.ModelFamilies;
import latentlab.models.storage.BundledModels;
import latentlab.ui.history.HistoryStrip;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingTabFixture;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.Theme;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Keeping pictures of the bundled model in the whole window, by buttons and keys. */
@ExtendWith(ApplicationExtension.class)
class KeepsakeWindowTest {

  private static final Path FOLDER = Path.of("target", "screenshots");

  /** Found before the toolkit waits for the window. */
  private static final ModelFamilies FAMILIES = ModelFamilies.discover();

  @TempDir static Path config = Path.of("");

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private LabWindow window;

  @Start
  void open(Stage primary) {
    System.setProperty(ConfigFolder.PROPERTY, config.toString());
    stage = primary;
    Messages messages = Messages.load();
    StoredModels stored = new StoredModels(BundledModels.ofProgram(), messages);
    StartupSteps steps =
        new StartupSteps(
            () -> {},
            () -> FAMILIES,
            families -> stored.all(List.of(), families),
            all -> Optional.empty());
    window =
        new LabWindow(
            messages,
            new TrainingTabFixture(new ExplorationSession(Runnable::run)).context(),
            steps,
            TestSources.of(folder -> stored.read(folder, FAMILIES)),
            () -> {});
    stage.setWidth(1280);
    stage.setHeight(800);
    window.show(stage);
  }

  @AfterEach
  void forgetTheFolder() {
    System.clearProperty(ConfigFolder.PROPERTY);
  }

  @Test
  void undoesPinsCopiesAndGoesBack(FxRobot robot) throws Exception {
    robot.clickOn("#model-menu").clickOn("#model-vae-2d");
    waitFor(() -> text(robot, "#decoded-coordinates").contains("+0.000"));
    String origin = text(robot, "#decoded-coordinates");
    assertThat(robot.lookup("#keepsake-undo").queryButton().isDisabled()).isTrue();

    robot.clickOn("#sample-draw");
    waitFor(() -> !text(robot, "#decoded-coordinates").equals(origin));
    String sampled = text(robot, "#decoded-coordinates");
    robot.push(KeyCode.CONTROL, KeyCode.K);
    waitFor(() -> pins(robot).getChildren().size() == 1);
    robot.clickOn("#sample-next");
    waitFor(() -> !text(robot, "#decoded-coordinates").equals(sampled));
    robot.push(KeyCode.CONTROL, KeyCode.K);
    waitFor(() -> pins(robot).getChildren().size() == 2);
    shootBoth();

    robot.push(KeyCode.CONTROL, KeyCode.Z);
    waitFor(() -> text(robot, "#decoded-coordinates").equals(sampled));
    robot.clickOn("#keepsake-undo");
    waitFor(() -> text(robot, "#decoded-coordinates").equals(origin));
    robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
    waitFor(() -> text(robot, "#decoded-coordinates").equals(sampled));
    robot.clickOn("#keepsake-undo");

    robot.clickOn(pins(robot).getChildren().get(1));
    waitFor(() -> text(robot, "#decoded-coordinates").equals(sampled));
    robot.push(KeyCode.CONTROL, KeyCode.C);
    WaitForAsyncUtils.waitForFxEvents();
    Image copied =
        WaitForAsyncUtils.waitForAsyncFx(5_000, () -> Clipboard.getSystemClipboard().getImage());
    assertThat(Objects.requireNonNull(copied).getWidth()).isGreaterThan(500);

    robot.clickOn(pins(robot).getChildren().get(0)).push(KeyCode.DELETE);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(pins(robot).getChildren()).hasSize(1);
    robot.clickOn("#history-close");
    assertThat(robot.lookup("#history-strip").query().isVisible()).isFalse();
    robot.clickOn("#keepsake-strip");
    assertThat(robot.lookup("#history-strip").query().isVisible()).isTrue();
  }

  private static HBox pins(FxRobot robot) {
    Node cell = robot.lookup(".history-scroll").query();
    return (HBox) ((ScrollPane) cell).getContent();
  }

  private static String text(FxRobot robot, String id) {
    return robot.lookup(id).queryLabeled().getText();
  }

  private static void waitFor(BooleanSupplier reached) throws Exception {
    WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, reached::getAsBoolean);
    WaitForAsyncUtils.waitForFxEvents();
  }

  private void shootBoth() throws IOException {
    WaitForAsyncUtils.waitForFxEvents(8);
    shoot(window.content().theme());
    WaitForAsyncUtils.waitForAsyncFx(
        5_000, () -> ((Button) stage.getScene().lookup("#theme")).fire());
    WaitForAsyncUtils.waitForFxEvents(8);
    shoot(window.content().theme());
    assertThat(stage.getScene().lookup("#history-strip")).isInstanceOf(HistoryStrip.class);
  }

  private void shoot(Theme theme) throws IOException {
    Files.createDirectories(FOLDER);
    String name = "keepsakes-" + theme.name().toLowerCase(Locale.ROOT) + "-1280x800.png";
    File target = FOLDER.resolve(name).toFile();
    ImageIO.write(
        WaitForAsyncUtils.waitForAsyncFx(
            10_000, () -> SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null)),
        "png",
        target);
  }
}
