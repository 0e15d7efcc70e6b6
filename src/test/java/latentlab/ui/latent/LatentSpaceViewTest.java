package latentlab.ui.latent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.event.ActionEvent;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import latentlab.evaluation.projection.PrincipalComponents;
import latentlab.models.LatentCodes;
import latentlab.ui.latent.points.NoPoints;
import latentlab.ui.neighbours.NoNeighbours;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // The views are made on the JavaFX thread before each test.
@ExtendWith(ApplicationExtension.class)
class LatentSpaceViewTest {

  private final LatentSpaceViewModel viewModel =
      new LatentSpaceViewModel(Platform::runLater, System::nanoTime);
  private final List<LatentPoint> anchors = new ArrayList<>();
  private LatentSpaceView view;
  private Scene scene;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    viewModel.pictures().setActive(true);
    view =
        new LatentSpaceView(
            viewModel,
            NoPoints.viewModel(),
            NoNeighbours.viewModel(),
            anchors::add,
            Messages.load());
    scene = new Scene(view, 1270, 700);
    stage.setScene(scene);
    stage.show();
  }

  private void explore(FxRobot robot, int size) {
    robot.interact(
        () -> viewModel.explore(new ExploredSpace(size, 3, new BlobDecoder(Runnable::run))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  private Slider slider(FxRobot robot, int number) {
    return robot.lookup("#slider-" + number).queryAs(Slider.class);
  }

  private static String text(FxRobot robot, String selector) {
    return robot.lookup(selector).queryAs(TextField.class).getText();
  }

  @Test
  void hintsThatTheModelIsBeingLoadedUntilItIsThere(FxRobot robot) {
    Label hint = robot.lookup("#latent-hint").queryAs(Label.class);
    assertThat(hint.isVisible()).isTrue();
    assertThat(hint.getText()).contains("Loading");
    explore(robot, 2);
    assertThat(hint.isVisible()).isFalse();
    robot.interact(() -> viewModel.exploreNothing(LatentSpaceViewModel.Stage.WITHOUT_LATENT_SPACE));
    assertThat(hint.isVisible()).isTrue();
    assertThat(hint.getText()).contains("no latent space");
  }

  @Test
  void aClickOnThePlaneMovesTheSliders(FxRobot robot) {
    explore(robot, 2);
    robot.clickOn("#latent-plane");
    assertThat(slider(robot, 1).getValue()).isCloseTo(0, within(0.5));
    robot.moveBy(100, 0).clickOn();
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(slider(robot, 1).getValue()).isGreaterThan(0.5);
    assertThat(viewModel.chosen().get().coordinate(0)).isGreaterThan(0.5f);
  }

  @Test
  void theChosenPointOrTheOneUnderThePointerBecomesAnAnchor(FxRobot robot) {
    explore(robot, 2);
    robot.interact(() -> viewModel.setCoordinate(1, 0.75));
    robot.clickOn("#latent-anchor");
    robot.moveTo("#latent-plane").moveBy(60, 0);
    WaitForAsyncUtils.waitForFxEvents();
    LatentPoint hovered = Objects.requireNonNull(viewModel.hovered().get());
    Node plane = robot.lookup("#latent-plane").query();
    robot.interact(
        () ->
            plane.fireEvent(
                new ContextMenuEvent(
                    ContextMenuEvent.CONTEXT_MENU_REQUESTED, 9, 9, 300, 300, false, null)));
    robot.clickOn("#latent-anchor-item");

    assertThat(anchors).containsExactly(LatentPoint.of(0, 0.75f), hovered);
  }

  @Test
  void arrowKeysMoveThePoint(FxRobot robot) {
    explore(robot, 2);
    robot.interact(() -> robot.lookup("#latent-plane").query().requestFocus());
    robot.type(KeyCode.RIGHT).type(KeyCode.UP, 2);
    WaitForAsyncUtils.waitForFxEvents();
    double step = 6.0 / 20 / 4;
    assertThat(slider(robot, 1).getValue()).isCloseTo(step, within(1e-6));
    assertThat(slider(robot, 2).getValue()).isCloseTo(2 * step, within(1e-6));
  }

  @Test
  void anExactValueCanBeTyped(FxRobot robot) {
    explore(robot, 3);
    TextField field = robot.lookup("#value-3").queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText("-1.25");
          field.fireEvent(new ActionEvent());
        });
    assertThat(viewModel.chosen().get().coordinate(2)).isEqualTo(-1.25f);
    assertThat(slider(robot, 3).getValue()).isEqualTo(-1.25);
    assertThat(field.getText()).isEqualTo("-1.250");
  }

  @Test
  void whatIsNoNumberIsMarkedAndChangesNothing(FxRobot robot) {
    explore(robot, 2);
    TextField field = robot.lookup("#value-1").queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText("wide");
          field.fireEvent(new ActionEvent());
        });
    assertThat(field.getPseudoClassStates())
        .anyMatch(state -> state.getPseudoClassName().equals("error"));
    assertThat(viewModel.chosen().get()).isEqualTo(LatentPoint.origin(2));
  }

  @Test
  void theSameSeedLeadsToTheSamePoint(FxRobot robot) {
    explore(robot, 2);
    robot.clickOn("#sample-draw");
    LatentPoint first = viewModel.chosen().get();
    robot.clickOn("#sample-next");
    assertThat(text(robot, "#sample-seed")).isEqualTo("2");
    assertThat(viewModel.chosen().get()).isNotEqualTo(first);
    robot.interact(() -> robot.lookup("#sample-seed").queryAs(TextField.class).setText("1"));
    robot.clickOn("#sample-draw");
    assertThat(viewModel.chosen().get()).isEqualTo(first);
    robot.clickOn("#code-reset-all");
    assertThat(viewModel.chosen().get()).isEqualTo(LatentPoint.origin(2));
  }

  @Test
  void aValueBeyondTheSliderStaysExact(FxRobot robot) {
    explore(robot, 2);
    robot.interact(() -> viewModel.setCoordinate(0, 7.5));
    assertThat(slider(robot, 1).getValue()).isEqualTo(3);
    assertThat(text(robot, "#value-1")).isEqualTo("+7.500");
    assertThat(viewModel.chosen().get().coordinate(0)).isEqualTo(7.5f);
  }

  @Test
  @SuppressWarnings("unchecked") // The picker holds dimensions.
  void thePickersOfferEachDimension(FxRobot robot) {
    explore(robot, 5);
    ComboBox<AxisChoice> across = robot.lookup("#plane-across").queryAs(ComboBox.class);
    robot.interact(() -> across.setValue(new AxisChoice(false, 4)));
    assertThat(viewModel.plane().get().horizontal()).isEqualTo(4);
    assertThat(across.getItems())
        .extracting(AxisChoice::name)
        .containsExactly("z1", "z2", "z3", "z4", "z5");
  }

  @Test
  void offersNoClassWhereTheModelIsNotToldOne(FxRobot robot) {
    explore(robot, 2);
    assertThat(robot.lookup("#plane-class").query().getParent().isVisible()).isFalse();
    assertThat(robot.lookup("#plane-class").query().getParent().isManaged()).isFalse();
  }

  @Test
  @SuppressWarnings("unchecked") // The choice holds labels.
  void theClassCanBeChosenByNameWithTheKeyboard(FxRobot robot) {
    exploreClasses(robot);
    ComboBox<Integer> choice = robot.lookup("#plane-class").queryAs(ComboBox.class);
    assertThat(choice.getParent().isVisible()).isTrue();
    assertThat(choice.isFocusTraversable()).isTrue();
    assertThat(choice.getAccessibleText()).contains("class");
    assertThat(choice.getConverter().toString(1)).isEqualTo("trouser");
    assertThat(choice.getValue()).isZero();
    robot.interact(choice::requestFocus);
    robot.type(KeyCode.DOWN);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(viewModel.chosenClass().get()).isEqualTo(1);
    robot.interact(() -> viewModel.chooseClass(0));
    assertThat(choice.getValue()).isZero();
    explore(robot, 2);
    assertThat(choice.getParent().isVisible()).isFalse();
  }

  @Test
  void nothingIsCutOffWithAClassChoice(FxRobot robot) {
    exploreClasses(robot);
    requireNothingCutOff(robot);
  }

  private void exploreClasses(FxRobot robot) {
    Decoder decoder = new BlobDecoder(Runnable::run);
    robot.interact(
        () ->
            viewModel.explore(
                new ExploredSpace(2, 3, List.of("t-shirt", "trouser"), List.of(decoder, decoder))));
    WaitForAsyncUtils.waitForFxEvents();
  }

  @Test
  void theFormOfTheSpaceMayChangeAtAnyTime(FxRobot robot) {
    for (int size : List.of(64, 1, 3, 2, 16, 1)) {
      explore(robot, size);
      robot.interact(() -> viewModel.showAcross(size - 1));
      robot.interact(() -> viewModel.hover(0.5, 0.5));
      WaitForAsyncUtils.waitForFxEvents();
      assertThat(robot.lookup(".dimension-row").queryAll()).hasSize(size);
    }
  }

  @Test
  void nothingIsCutOff(FxRobot robot) {
    explore(robot, 2);
    requireNothingCutOff(robot);
  }

  private void requireNothingCutOff(FxRobot robot) {
    Bounds whole = view.getBoundsInLocal();
    for (Node node : robot.lookup(".button, .text-field, .combo-box, .slider, .label").queryAll()) {
      boolean shown = node.isVisible() && node.getParent().isVisible() && node.getScene() == scene;
      if (shown) {
        Bounds bounds = view.sceneToLocal(node.localToScene(node.getBoundsInLocal()));
        assertThat(whole.contains(bounds)).as("%s in %s", bounds, node).isTrue();
      }
      if (shown && node instanceof ButtonBase button && !button.getText().isEmpty()) {
        assertThat(button.lookupAll(".text"))
            .allMatch(text -> !((Text) text).getText().endsWith("..."));
      }
    }
  }

  @Test
  void pointsTakeThePlaceOfTheGridOrLieOverIt(FxRobot robot) {
    explore(robot, 3);
    assertShown(robot, true, false, false);
    robot.clickOn("#mode-points");
    assertShown(robot, false, true, false);
    robot.clickOn("#mode-both");
    assertShown(robot, true, false, true);
    robot.interact(
        () -> robot.lookup("#points-layout").queryComboBox().getSelectionModel().selectLast());
    assertShown(robot, true, true, false);
    robot.clickOn("#mode-grid");
    assertShown(robot, true, false, false);
  }

  private static void assertShown(FxRobot robot, boolean plane, boolean points, boolean over) {
    assertThat(robot.lookup("#latent-plane").query().isVisible()).isEqualTo(plane);
    assertThat(robot.lookup("#points-view").query().isVisible()).isEqualTo(points);
    assertThat(robot.lookup("#points-overlay").query().isVisible()).isEqualTo(over);
  }

  @Test
  void theSlidersCanMoveAlongPrincipalDirections(FxRobot robot) {
    explore(robot, 3);
    assertThat(robot.lookup("#sliders-directions").query().getParent().isVisible()).isFalse();
    robot.interact(() -> viewModel.sliders().setEncoded(true));
    robot.clickOn("#sliders-directions");
    Label title = robot.lookup("#code-title").queryAs(Label.class);
    assertThat(title.getText()).contains("Encoding");
    float[] codes = {1.6f, 0, 0.8f, 0.4f, 0, -0.8f, 1, 0.1f, 0, 1, -0.1f, 0};
    robot.interact(
        () -> viewModel.sliders().offer(PrincipalComponents.of(new LatentCodes(4, 3, codes))));
    assertThat(title.getText()).isEqualTo("Latent code");
    assertThat(robot.lookup("PC 1").tryQuery()).isPresent();

    robot.interact(() -> viewModel.choose(LatentPoint.of(1, 0, 0)));
    TextField field = robot.lookup("#value-1").queryAs(TextField.class);
    robot.interact(
        () -> {
          field.setText("2");
          field.fireEvent(new ActionEvent());
        });
    LatentPoint chosen = viewModel.chosen().get();
    assertThat(chosen.coordinate(2) / (chosen.coordinate(0) - 1))
        .isCloseTo(0.8f / 0.6f, within(1e-4f));
    assertThat(slider(robot, 1).getValue()).isCloseTo(2, within(1e-5));
    robot.clickOn("#sliders-dimensions");
    assertThat(viewModel.chosen().get()).isEqualTo(chosen);
    assertThat(slider(robot, 1).getValue()).isCloseTo(chosen.coordinate(0), within(1e-6));
    robot.clickOn("#sliders-dimensions");
    assertThat(robot.lookup("#sliders-dimensions").queryAs(ToggleButton.class).isSelected())
        .isTrue();
  }

  @Test
  void aLockedDimensionIsLeftByResetAll(FxRobot robot) {
    explore(robot, 2);
    robot.interact(() -> viewModel.setCoordinate(1, 1.5));
    robot.clickOn("#lock-2");
    robot.clickOn("#code-reset-all");
    assertThat(text(robot, "#value-2")).isEqualTo("+1.500");
    robot.clickOn("#lock-2");
    robot.clickOn("#code-reset-all");
    assertThat(text(robot, "#value-2")).isEqualTo("+0.000");
  }
}
