package latentlab.ui.latent.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import atlantafx.base.theme.PrimerLight;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.geometry.Point2D;
import javafx.geometry.VerticalDirection;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.evaluation.projection.PlanePoints;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.ui.session.TestImages;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@SuppressWarnings("NullAway.Init") // The views are made on the JavaFX thread before each test.
@ExtendWith(ApplicationExtension.class)
class ScatterViewTest {

  private final List<float[]> chosen = new ArrayList<>();
  private PointsViewModel viewModel;
  private ScatterView view;

  @Start
  void start(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    viewModel =
        new PointsViewModel(
            (shape, dataset, seed) ->
                CompletableFuture.completedFuture(
                    new TestImages.Opened("test", Clouds.images(12), Clouds.CLASSES, false)),
            Runnable::run,
            Runnable::run,
            (work, delay) -> work.run());
    viewModel.onChoose(chosen::add);
    Messages messages = Messages.load();
    view = new ScatterView(viewModel, (code, label) -> decode(code), Platform::runLater, messages);
    VBox.setVgrow(view, Priority.ALWAYS);
    VBox root =
        new VBox(
            new PointsControls(viewModel, view::resetView, messages),
            view,
            new ClassLegend(viewModel, messages),
            new NeighbourStrip(viewModel, messages));
    stage.setScene(new Scene(root, 800, 600));
    stage.show();
    viewModel.explore(card(), ScatterViewTest::encode);
    viewModel.setLooked(true);
    viewModel.showChosen(new float[] {0, 0});
  }

  private static ModelCard card() {
    return new ModelCard(
        "test",
        new Config(),
        new ImageDomain(new ImageShape(1, 1, 1), Clouds.CLASSES),
        new ModelCard.Provenance("shoes", "", 1, 1, 1, Map.of(), "1"));
  }

  /** Images lie on a circle, in the order of their numbers. */
  private static CompletableFuture<LatentCodes> encode(ImageBatch images) {
    float[] values = new float[2 * images.count()];
    for (int i = 0; i < images.count(); i++) {
      double angle = images.pixels()[i] * 255 * Math.PI / 6;
      values[2 * i] = (float) Math.cos(angle);
      values[2 * i + 1] = (float) Math.sin(angle);
    }
    return CompletableFuture.completedFuture(new LatentCodes(images.count(), 2, values));
  }

  private static CompletableFuture<ImageBatch> decode(LatentCodes code) {
    return CompletableFuture.completedFuture(
        ImageBatch.unlabelled(new ImageShape(1, 1, 1), new float[] {Math.abs(code.values()[0])}));
  }

  private Point2D placeOf(int index) {
    PlanePoints points = viewModel.points().get();
    ScatterWindow window = view.window();
    assertThat(points).isNotNull();
    assertThat(window).isNotNull();
    return view.localToScreen(window.pixelX(points.x(index)), window.pixelY(points.y(index)));
  }

  private static Node tooltip(FxRobot robot) {
    return robot.lookup("#point-tooltip").query();
  }

  @Test
  void hoveringShowsTheImageUnlessSwitchedOff(FxRobot robot) {
    robot.moveTo(placeOf(4));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(tooltip(robot).isVisible()).isTrue();
    assertThat(robot.lookup("#point-tooltip .label").queryAs(Label.class).getText())
        .contains("4")
        .contains("cat");
    robot.clickOn("#points-thumbnails");
    robot.moveTo(placeOf(7));
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(tooltip(robot).isVisible()).isFalse();
  }

  @Test
  void aClickChoosesThePointAndADragDoesNot(FxRobot robot) {
    robot.clickOn(placeOf(3));
    assertThat(chosen).hasSize(1);
    assertThat(chosen.get(0)[1]).isEqualTo(1f);
    ScatterWindow before = view.window();
    assertThat(before).isNotNull();
    robot.drag(placeOf(3), MouseButton.PRIMARY).dropBy(30, -20);
    WaitForAsyncUtils.waitForFxEvents();
    assertThat(chosen).hasSize(1);
    ScatterWindow after = view.window();
    assertThat(after).isNotNull();
    ScatterWindow expected = before.moved(30, -20);
    assertThat(after.left()).isCloseTo(expected.left(), within(1e-9));
    assertThat(after.top()).isCloseTo(expected.top(), within(1e-9));
  }

  @Test
  void theWheelZoomsAndAllIsShownAgainAfterReset(FxRobot robot) {
    ScatterWindow before = view.window();
    assertThat(before).isNotNull();
    robot.moveTo(view).scroll(2, VerticalDirection.UP);
    WaitForAsyncUtils.waitForFxEvents();
    ScatterWindow zoomed = view.window();
    assertThat(zoomed).isNotNull();
    assertThat(zoomed.perUnitX()).isNotEqualTo(before.perUnitX());
    robot.clickOn("#points-reset-view");
    assertThat(view.window()).isEqualTo(before);
    robot.interact(view::requestFocus);
    robot.type(KeyCode.PLUS, KeyCode.LEFT);
    assertThat(view.window()).isNotEqualTo(before);
    robot.type(KeyCode.HOME);
    assertThat(view.window()).isEqualTo(before);
  }

  @Test
  void aHiddenClassCannotBeHitAndComesBack(FxRobot robot) {
    robot.clickOn("#points-class-1");
    assertThat(viewModel.hiddenClasses()).containsExactly(1);
    robot.clickOn(placeOf(3));
    assertThat(chosen).isEmpty();
    robot.clickOn("#points-class-1");
    assertThat(viewModel.hiddenClasses()).isEmpty();
    robot.clickOn(placeOf(3));
    assertThat(chosen).hasSize(1);
  }

  @Test
  void theStripShowsTheNearestImagesAndGoesThere(FxRobot robot) {
    robot.interact(() -> viewModel.showChosen(new float[] {1, 0}));
    assertThat(robot.lookup("#points-neighbours .neighbour").queryAll()).hasSize(8);
    robot.clickOn(robot.lookup("#points-neighbours .neighbour").nth(0).<Node>query());
    assertThat(chosen.get(0)).startsWith(1);
  }

  @Test
  void dataInPlaceOfTheModelsOwnIsNamed(FxRobot robot) {
    assertThat(robot.lookup("#points-status").queryAs(Label.class).getText())
        .contains("12")
        .contains("not here");
  }

  private record Config() implements ModelConfig {}

  @Test
  void pointsThatFollowTheModelStayInTheSamePartOfThePlane(FxRobot robot) {
    robot.moveTo(view).scroll(3, VerticalDirection.DOWN);
    ScatterWindow before = view.window();
    PointCloud cloud = viewModel.cloud().get();
    robot.interact(viewModel::weightsChanged);
    assertThat(viewModel.cloud().get()).isNotSameAs(cloud);
    assertThat(view.window()).isEqualTo(before);
  }
}
