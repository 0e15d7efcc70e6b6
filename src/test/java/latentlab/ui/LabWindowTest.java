package latentlab.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.application.Platform;
import javafx.stage.Stage;
import javafx.stage.WindowEvent;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.ModelFamilies;
import latentlab.training.TrainingState;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.StillModel;
import latentlab.ui.startup.StartupSteps;
import latentlab.ui.text.Messages;
import latentlab.ui.training.TrainingTabFixture;
import latentlab.ui.window.ConfigFolder;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowStateFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class LabWindowTest {

  @TempDir static Path config = Path.of("");

  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(1, 1, 1), List.of());

  private final List<String> ended = new ArrayList<>();

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private Stage stage;

  @SuppressWarnings("NullAway.Init")
  private LabWindow window;

  @SuppressWarnings("NullAway.Init")
  private TrainingTabFixture fixture;

  @Start
  void open(Stage primary) {
    System.setProperty(ConfigFolder.PROPERTY, config.toString());
    stage = primary;
    fixture = new TrainingTabFixture(new ExplorationSession(Runnable::run));
    StartupSteps steps =
        new StartupSteps(
            () -> {}, ModelFamilies::discover, families -> List.of(), families -> Optional.empty());
    window =
        new LabWindow(
            Messages.load(), fixture.context(), steps, TestSources.none(), () -> ended.add("end"));
    window.show(stage);
  }

  @BeforeEach
  void bringTrainingToTheFront() {
    onFx(() -> window.content().showTab("training"));
  }

  @AfterEach
  void forgetTheFolder() {
    System.clearProperty(ConfigFolder.PROPERTY);
  }

  @Test
  void remembersItsColoursAndItsTab(FxRobot robot) {
    Theme before = window.content().theme();
    robot.clickOn("#theme");
    askToClose();

    assertThat(stage.isShowing()).isFalse();
    assertThat(ended).containsExactly("end");
    WindowStateFile file = new WindowStateFile(config.resolve("window.properties"));
    assertThat(file.read().theme()).isEqualTo(before.other());
    assertThat(file.read().tab()).isEqualTo("training");
    assertThat(file.read().place()).isPresent();
  }

  @Test
  void remembersWhereTheModelsOfItsUserLie() {
    Path folder = config.toAbsolutePath().resolve("my-vae");
    onFx(
        () -> {
          for (String id : List.of("bundled", folder.toString())) {
            window.shelf().add(StillModel.shelved(id, IMAGES, LabWindowTest::none));
          }
        });
    askToClose();

    assertThat(LabWindow.rememberedModels().read()).containsExactly(folder);
  }

  @Test
  void asksBeforeItClosesOverATrainingAndStaysIfTheUserCancels(FxRobot robot) {
    onFx(() -> fixture.trainIn(window.trainingTab()));
    askToClose();
    robot.clickOn("Cancel");

    assertThat(stage.isShowing()).isTrue();
    assertThat(fixture.commands()).isEmpty();
    assertThat(ended).isEmpty();
  }

  @Test
  void stopsTheTrainingAndClosesWhenItHasEnded(FxRobot robot) {
    onFx(() -> fixture.trainIn(window.trainingTab()));
    askToClose();
    robot.clickOn("Stop and close");

    assertThat(fixture.commands()).containsExactly("stop");
    assertThat(stage.isShowing()).isTrue();

    onFx(() -> fixture.end(TrainingState.STOPPED, ""));

    assertThat(stage.isShowing()).isFalse();
    assertThat(ended).containsExactly("end");
  }

  @Test
  void tellsAtItsFootHowTheStartWent() {
    assertThat(window.status().text().get()).startsWith("Ready");
  }

  private static GenerativeModel none() {
    throw new UnsupportedOperationException("never opened");
  }

  /** The dialog keeps this event waiting, so it is sent without waiting for its end. */
  private void askToClose() {
    Platform.runLater(
        () -> stage.fireEvent(new WindowEvent(stage, WindowEvent.WINDOW_CLOSE_REQUEST)));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static void onFx(Runnable work) {
    Callable<Boolean> call =
        () -> {
          work.run();
          return true;
        };
    WaitForAsyncUtils.waitForAsyncFx(20_000, call);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
