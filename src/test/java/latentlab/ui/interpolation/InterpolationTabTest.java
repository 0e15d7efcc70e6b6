package latentlab.ui.interpolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Slider;
import javafx.scene.layout.FlowPane;
import javafx.stage.Stage;
import latentlab.data.ImageShape;
import latentlab.models.GenerativeModel;
import latentlab.models.ImageDomain;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.ui.session.AnchorDesk;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.LatentAnchor;
import latentlab.ui.session.ModelOpening;
import latentlab.ui.session.Openings;
import latentlab.ui.session.ShelvedModel;
import latentlab.ui.session.ShownTab;
import latentlab.ui.session.StillModel;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class InterpolationTabTest {

  private static final Executor AT_ONCE = Runnable::run;

  private final ModelOpening opening = Openings.without(new ExplorationSession(AT_ONCE));

  private final List<String> announced = new ArrayList<>();
  private final AnchorDesk anchors = new AnchorDesk(announced::add, Messages.load());

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private InterpolationTab tab;

  @Start
  void open(Stage stage) {
    tab =
        new InterpolationTab(
            opening,
            (shape, dataset, seed) -> new CompletableFuture<>(),
            anchors,
            AT_ONCE,
            Messages.load());
    ShownTab.show(stage, tab);
    opening.shelf().add(shelved("drawing", PlaneModel.Drawing::new));
  }

  @AfterEach
  void close(FxRobot robot) {
    ShownTab.close(robot, tab, opening);
  }

  @Test
  void theSliderGoesAlongTheWayAndAnchorsAreAddedByAButton(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    robot.interact(() -> lookup("interpolation-slider", Slider.class).setValue(0.5));
    assertThat(tab.viewModel().film().position().get()).isEqualTo(0.5);
    robot.clickOn("#interpolation-add");

    assertThat(tab.viewModel().anchors()).hasSize(3);
    assertThat(lookup("interpolation-anchor-2", Button.class).getAccessibleText())
        .contains("seed 3");
    waitFor(() -> Objects.requireNonNull(lane().stops().get()).count() == 3);
  }

  @Test
  void stepsAreUndoneAndRedone(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    PathPlan first = tab.viewModel().plan().get();
    robot.clickOn("#interpolation-add");
    robot.interact(() -> lookup("interpolation-pictures", Slider.class).setValue(20));
    PathPlan last = tab.viewModel().plan().get();
    robot.interact(() -> tab.history().undo());
    assertThat(lookup("interpolation-pictures", Slider.class).getValue()).isEqualTo(14);
    robot.interact(() -> tab.history().undo());
    assertThat(tab.viewModel().plan().get()).isEqualTo(first);
    assertThat(tab.history().undoable().get()).isFalse();
    robot.interact(() -> tab.history().redo());
    robot.interact(() -> tab.history().redo());

    assertThat(tab.viewModel().plan().get()).isEqualTo(last);
  }

  @Test
  void aPictureBringsItsWayBack(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    robot.interact(
        () -> {
          tab.viewModel().take(Anchor.at(List.of(0.25f, 0.5f), 0));
          tab.viewModel().choosePictures(5);
          tab.viewModel().film().goTo(0.5);
        });
    waitFor(() -> tab.picture().orElseThrow().count() == 5);
    ImageOrigin origin =
        ImageOriginJson.read("test", ImageOriginJson.write(tab.origin().orElseThrow()));
    float[] pixels = tab.picture().orElseThrow().pixels();
    robot.interact(
        () -> {
          tab.viewModel().sample(50);
          tab.viewModel().choosePictures(9);
          opening.explore(shelved("both", PlaneModel.Both::new));
          assertThat(tab.restore(origin)).isTrue();
        });
    waitFor(() -> tab.picture().filter(strip -> strip.count() == 5).isPresent());

    assertThat(tab.picture().orElseThrow().pixels()).isEqualTo(pixels);
    assertThat(tab.viewModel().film().position().get()).isEqualTo(0.5);
    robot.interact(
        () -> assertThat(tab.restore(ImageOrigin.of(origin.model(), "elsewhere"))).isFalse());
  }

  @Test
  void aPointLeftAtTheDeskBecomesAnAnchorNamedByItsCoordinates(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    robot.interact(() -> anchors.leave(new LatentAnchor(List.of(0.25f, -1.5f), 1)));
    waitFor(() -> lane().drawn().orElseThrow().stops().values()[1] == -1.5f);

    assertThat(announced).singleElement().asString().contains("anchor 1");
    assertThat(lookup("interpolation-anchor-0", Button.class).getAccessibleText())
        .contains("(0.25, -1.50)");
  }

  @Test
  void aModelOfTheShelfIsShownBeneathAndTakenAwayAgain(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    InterpolationLink link = ((InterpolationView) tab.view()).link();
    ShelvedModel other = opening.shelf().models().get(0);
    robot.interact(() -> link.show(other, true));
    waitFor(() -> tab.viewModel().lanes().get(1).strip().get() != null);
    robot.interact(() -> link.show(other, false));

    assertThat(tab.viewModel().lanes()).hasSize(1);
  }

  @Test
  void aModelBeneathIsAStepOfItsOwnAndComesBackInItsPlace(FxRobot robot) throws TimeoutException {
    robot.interact(
        () -> {
          opening.shelf().add(shelved("second", PlaneModel.Drawing::new));
          opening.explore(shelved("both", PlaneModel.Both::new));
        });
    waitFor(() -> lane().strip().get() != null);
    InterpolationLink link = ((InterpolationView) tab.view()).link();
    List<ShelvedModel> shelf = opening.shelf().models();
    gesture(robot, () -> link.show(shelf.get(0), true));
    gesture(robot, () -> link.show(shelf.get(1), true));
    gesture(robot, () -> link.show(shelf.get(0), false));
    PathLane kept = tab.viewModel().lanes().get(1);
    robot.interact(() -> tab.history().undo());
    assertThat(titles()).containsExactly("both", "drawing", "second");
    assertThat(tab.viewModel().lanes().get(2)).isSameAs(kept);
    robot.interact(() -> tab.history().undo());
    robot.interact(() -> tab.history().undo());
    assertThat(titles()).containsExactly("both");
    assertThat(tab.history().undoable().get()).isFalse();
    assertThat(ticked(robot)).isEmpty();

    robot.interact(() -> tab.history().redo());
    assertThat(titles()).containsExactly("both", "drawing");
    assertThat(ticked(robot)).containsExactly("drawing");
    waitFor(() -> tab.viewModel().lanes().get(1).strip().get() != null);
  }

  @Test
  void aStepBackPassesOverAModelThatIsGoneFromTheShelf(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    InterpolationLink link = ((InterpolationView) tab.view()).link();
    ShelvedModel other = opening.shelf().models().get(0);
    gesture(robot, () -> link.show(other, true));
    gesture(robot, () -> link.show(other, false));
    robot.interact(
        () -> {
          opening.shelf().close();
          tab.history().undo();
        });

    assertThat(titles()).containsExactly("both");
  }

  @Test
  void aModelOfOtherImagesTakesThoseBeneathAndTheirStepsAway(FxRobot robot)
      throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("both", PlaneModel.Both::new)));
    waitFor(() -> lane().strip().get() != null);
    InterpolationLink link = ((InterpolationView) tab.view()).link();
    robot.interact(() -> link.show(opening.shelf().models().get(0), true));
    assertThat(tab.history().undoable().get()).isTrue();
    ImageDomain larger = new ImageDomain(new ImageShape(3, 3, 1), List.of());
    robot.interact(() -> opening.explore(shelved("larger", larger, PlaneModel.Both::new)));

    assertThat(titles()).containsExactly("larger");
    assertThat(link.beside().get()).isEmpty();
    assertThat(tab.history().undoable().get()).isFalse();
  }

  private void gesture(FxRobot robot, Runnable action) {
    robot.interact(
        () -> {
          tab.history().beginGesture();
          action.run();
          tab.history().endGesture();
        });
  }

  private List<String> titles() {
    return tab.viewModel().lanes().stream().map(PathLane::title).toList();
  }

  /** What the menu shows as chosen. */
  private List<String> ticked(FxRobot robot) throws TimeoutException {
    MenuButton menu = lookup("interpolation-beside", MenuButton.class);
    robot.interact(menu::show);
    waitFor(() -> menu.getItems().size() == 2);
    List<String> ticked =
        menu.getItems().stream()
            .filter(item -> ((CheckMenuItem) item).isSelected())
            .map(MenuItem::getText)
            .toList();
    robot.interact(menu::hide);
    return ticked;
  }

  @Test
  void offersModelsWithALatentSpaceWhereThereIsNone(FxRobot robot) throws TimeoutException {
    robot.interact(() -> opening.explore(shelved("none", PlaneModel::new)));
    waitFor(() -> !others().getChildren().isEmpty());
    robot.interact(() -> ((Button) others().getChildren().get(0)).fire());
    waitFor(() -> lane().stage().get() == PathLane.Stage.READY);

    assertThat(others().getParent().isVisible()).isFalse();
  }

  private FlowPane others() {
    return lookup("interpolation-others", FlowPane.class);
  }

  private PathLane lane() {
    return tab.viewModel().lanes().get(0);
  }

  private <T extends Node> T lookup(String id, Class<T> type) {
    return type.cast(Objects.requireNonNull(tab.view().lookup("#" + id)));
  }

  private static void waitFor(Supplier<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::get).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ShelvedModel shelved(String id, Supplier<GenerativeModel> opener) {
    return shelved(id, new PlaneModel().images(), opener);
  }

  private static ShelvedModel shelved(
      String id, ImageDomain images, Supplier<GenerativeModel> opener) {
    return StillModel.shelved(id, images, opener);
  }
}
