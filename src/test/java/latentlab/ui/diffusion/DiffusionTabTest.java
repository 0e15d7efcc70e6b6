package latentlab.ui.diffusion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.stage.Stage;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.Openings;
import latentlab.ui.text.Messages;
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
class DiffusionTabTest {

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private DiffusionTabFixture fixture;

  @SuppressWarnings("NullAway.Init")
  private MainWindow window;

  @Start
  void open(Stage stage) {
    ExplorationSession session = new ExplorationSession(Runnable::run);
    fixture = new DiffusionTabFixture(session);
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
  void saysThatItWaitsForAModel() {
    Label hint = lookup("diffusion-hint", Label.class);

    assertThat(hint.isVisible()).isTrue();
    assertThat(hint.getText()).isNotEmpty();
  }

  @Test
  void goesThroughTheStepsByButtonsAndSlider(FxRobot robot) {
    onFx(fixture::sample);
    Slider slider = lookup("diffusion-slider", Slider.class);
    assertThat(slider.getMax()).isEqualTo(50);
    robot.clickOn("#diffusion-first");
    assertThat(lookup("diffusion-figures", Label.class).getText()).startsWith("t = 1000 of 1000");
    robot.clickOn("#diffusion-forward");
    assertThat(slider.getValue()).isEqualTo(1);
    onFx(() -> slider.setValue(25));
    assertThat(lookup("diffusion-figures", Label.class).getText()).startsWith("t = 500 of 1000");
    robot.clickOn("#diffusion-last");
    assertThat(slider.getValue()).isEqualTo(50);
  }

  @Test
  void branchesFromAStepButNotFromTheEnd(FxRobot robot) {
    onFx(fixture::sample);
    Button branch = lookup("diffusion-branch", Button.class);
    assertThat(branch.isDisabled()).isTrue();
    robot.clickOn("#diffusion-first");
    assertThat(branch.isDisabled()).isFalse();
    onFx(branch::fire);

    assertThat(fixture.tab().viewModel().compared().get()).isNotNull();
  }

  @Test
  void drawsWithThePointerAndSamplesFromTheDrawing(FxRobot robot) {
    onFx(fixture::sample);
    onFx(() -> fixture.tab().viewModel().chooseStart(StartingPoint.NOISED_IMAGE));
    robot.drag("#drawing-pad").dropBy(30, 30);
    onFx(() -> lookup("diffusion-sample", Button.class).fire());

    assertThat(fixture.tab().viewModel().problem().get()).isEmpty();
    assertThat(lookup("diffusion-slider", Slider.class).getMax()).isEqualTo(25);
  }

  private <T> T lookup(String id, Class<T> type) {
    return type.cast(Objects.requireNonNull(window.scene().lookup("#" + id)));
  }

  private static void onFx(Runnable work) {
    WaitForAsyncUtils.waitForAsyncFx(20_000, work);
    WaitForAsyncUtils.waitForFxEvents();
  }
}
