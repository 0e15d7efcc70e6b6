package latentlab.ui.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import latentlab.models.LossTerms;
import latentlab.training.TrainingEvent.StateChanged;
import latentlab.training.TrainingEvent.StepCompleted;
import latentlab.training.TrainingState;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.Openings;
import latentlab.ui.text.Messages;
import latentlab.ui.training.chart.LossRun;
import latentlab.ui.training.chart.LossRuns;
import latentlab.ui.window.MainWindow;
import latentlab.ui.window.StatusViewModel;
import latentlab.ui.window.Theme;
import latentlab.ui.window.WindowState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class TrainingTabTest {

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private TrainingTabFixture fixture;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @Start
  void open(Stage stage) {
    ExplorationSession session = new ExplorationSession(Runnable::run);
    fixture = new TrainingTabFixture(session);
    window =
        new MainWindow(
            List.of(fixture.tab()),
            Openings.without(session),
            new StatusViewModel((work, delay) -> {}),
            new WindowState(
                Optional.empty(), false, Theme.LIGHT, "", Optional.empty(), true, false),
            Messages.load());
    stage.setScene(window.scene());
    stage.show();
  }

  @Test
  void trainsPausesStepsAndStopsByButtons(FxRobot robot) {
    assertThat(button("training-pause").isDisabled()).isTrue();
    robot.clickOn("#training-train");
    assertThat(button("training-train").isDisabled()).isTrue();
    robot.clickOn("#training-pause");
    onFx(() -> fixture.tell(new StateChanged(TrainingState.PAUSED, "")));
    assertThat(button("training-pause").getText()).isEqualTo("Resume");
    robot.clickOn("#training-step");
    robot.clickOn("#training-stop");

    assertThat(fixture.commands()).containsExactly("pause", "step", "stop");
  }

  @Test
  void trainsAndStopsByKeysWhileATextFieldHasTheFocus(FxRobot robot) {
    robot.clickOn("#field-epochs");
    robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    robot.push(KeyCode.CONTROL, KeyCode.P);
    robot.push(KeyCode.CONTROL, KeyCode.T);

    assertThat(fixture.commands()).containsExactly("pause", "stop");
  }

  @Test
  void cannotTrainWithAnInvalidField(FxRobot robot) {
    TextField latent = robot.lookup("#field-latent").queryAs(TextField.class);
    robot.clickOn(latent).push(KeyCode.CONTROL, KeyCode.A).write("0");

    assertThat(button("training-train").isDisabled()).isTrue();
    assertThat(robot.lookup("'0' cannot be taken. A whole number from 1 to 256.").tryQuery())
        .isPresent();
  }

  @Test
  void everyControlCanBeReachedAndNamed() {
    List<Control> controls = new ArrayList<>();
    collect(fixture.tab().view(), controls);

    assertThat(controls).isNotEmpty();
    for (Control control : controls) {
      boolean named = control.getAccessibleText() != null || hasText(control);
      assertThat(named).as("name of %s", control).isTrue();
    }
  }

  @Test
  void drawsAHundredThousandStepsFromBoundedData() {
    onFx(() -> fixture.train(50, 2_000, 50));

    assertThat(fixture.tab().run().history().training("total").size()).isEqualTo(100_000);
  }

  /** New charts come into the window, which lock their data until they are laid out. */
  @Test
  void drawsTermsThatComeAndGoWithThePhasesOfATraining() {
    onFx(
        () -> {
          fixture.train(1, 10, 1);
          fixture.tell(step(11, Map.of("layer 1", 2.0)));
          fixture.tell(step(12, Map.of("prior", 3.0)));
        });
    WaitForAsyncUtils.waitForFxEvents();
    onFx(() -> fixture.tell(step(13, Map.of("prior", 2.5))));

    assertThat(window.scene().getRoot().lookupAll(".term-chart")).hasSize(5);
  }

  @Test
  void goesBackThroughTheEpochsByKeysWhileItTrains(FxRobot robot) {
    onFx(() -> fixture.train(6, 10, 4));
    assertThat(epochShown()).isEqualTo("Epoch 4 of 4");
    onFx(() -> Objects.requireNonNull(window.scene().lookup("#replay-slider")).requestFocus());
    robot.type(KeyCode.LEFT);
    assertThat(epochShown()).isEqualTo("Epoch 3 of 4");
    robot.type(KeyCode.HOME);
    assertThat(epochShown()).isEqualTo("Epoch 1 of 4");
    robot.type(KeyCode.END);
    assertThat(epochShown()).isEqualTo("Epoch 4 of 4");
    assertThat(fixture.tab().run().replay().following().get()).isTrue();
  }

  @Test
  void listsEarlierRunsAndHidesAndRemovesThem(FxRobot robot) {
    onFx(
        () -> {
          fixture.train(2, 10, 2);
          fixture.end(TrainingState.COMPLETED, "");
          fixture.train(2, 10, 1);
        });
    WaitForAsyncUtils.waitForFxEvents(8);
    LossRuns runs = fixture.tab().run().runs();
    assertThat(robot.lookup("#runs-panel").tryQuery()).isPresent();
    assertThat(robot.lookup("#run-legend .label").queryAll()).hasSize(2);
    robot.clickOn("#run-eye-1");
    WaitForAsyncUtils.waitForFxEvents(8);
    assertThat(runs.visible()).extracting(LossRun::name).containsExactly("Run 2");
    robot.clickOn("#run-remove-1");
    assertThat(runs.earlier()).isEmpty();
  }

  private String epochShown() {
    return ((Labeled) Objects.requireNonNull(window.scene().lookup("#replay-epoch"))).getText();
  }

  private static StepCompleted step(long number, Map<String, Double> parts) {
    return new StepCompleted(number, 20, new LossTerms(5, parts), 100, Duration.ofSeconds(1));
  }

  @Test
  void changesTheColoursWhileItRuns(FxRobot robot) {
    robot.clickOn("#theme");
    assertThat(window.theme()).isEqualTo(Theme.DARK);
    assertThat(window.scene().getRoot().getStyleClass()).contains("theme-dark");
    robot.clickOn("#theme");
    assertThat(window.theme()).isEqualTo(Theme.LIGHT);
  }

  private Button button(String id) {
    return (Button) Objects.requireNonNull(window.scene().lookup("#" + id));
  }

  private static boolean hasText(Control control) {
    return control instanceof Labeled labeled && labeled.getText() != null;
  }

  private static void collect(Node node, List<Control> controls) {
    if (node instanceof Control control && node.isFocusTraversable()) {
      controls.add(control);
    } else if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
    }
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
