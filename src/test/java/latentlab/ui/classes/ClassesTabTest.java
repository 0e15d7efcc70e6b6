package latentlab.ui.classes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ClassConditional;
import latentlab.models.ImageDomain;
import latentlab.models.LatentCodes;
import latentlab.models.LatentSpace;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.ui.session.Classifiers;
import latentlab.ui.session.ExplorationSession;
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
class ClassesTabTest {

  private static final Executor AT_ONCE = Runnable::run;
  private static final ImageDomain IMAGES =
      new ImageDomain(new ImageShape(2, 2, 1), List.of("0", "1", "2"));

  private final ModelOpening opening = Openings.without(new ExplorationSession(AT_ONCE));

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private ClassesTab tab;

  @Start
  void open(Stage stage) {
    tab =
        new ClassesTab(
            opening,
            Classifiers.NONE,
            (shape, dataset, seed) -> new CompletableFuture<>(),
            AT_ONCE,
            Messages.load());
    ShownTab.show(stage, tab);
    opening.explore(model());
  }

  @AfterEach
  void close(FxRobot robot) {
    ShownTab.close(robot, tab, opening);
  }

  @Test
  void aClickOnAClassDrawsItAndAClickOnAllDrawsAll(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 1, 2));
    robot.clickOn("#classes-class-1");
    waitFor(() -> shows(1));
    assertThat(robot.lookup("#classes-class-1").queryAs(ToggleButton.class).isSelected()).isTrue();
    assertThat(robot.lookup("#classes-class-0").queryAs(ToggleButton.class).isSelected()).isFalse();
    ToggleButton second = robot.lookup("#classes-class-2").queryAs(ToggleButton.class);
    robot.interact(() -> clickWithShift(second));
    waitFor(() -> shows(1, 2));
    robot.clickOn("#classes-all");
    waitFor(() -> shows(0, 1, 2));
  }

  @Test
  void keysChooseClassesAndSeeds(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 1, 2));
    robot.push(KeyCode.DIGIT2);
    waitFor(() -> shows(2));
    robot.push(KeyCode.SHIFT, KeyCode.DIGIT0);
    waitFor(() -> shows(0, 2));
    robot.push(KeyCode.N);
    waitFor(() -> sheet().choices().seed() == 2);
    robot.push(KeyCode.A);
    waitFor(() -> shows(0, 1, 2));
  }

  @Test
  void stepsAreUndoneOneByOneAndTheFormFollows(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 1, 2));
    assertThat(tab.history().undoable().get()).isFalse();
    robot.clickOn("#classes-class-1");
    robot.clickOn("#classes-seed-next");
    Slider temperature = robot.lookup("#classes-temperature").queryAs(Slider.class);
    robot.interact(() -> temperature.setValue(0.5));
    robot.interact(() -> tab.history().undo());
    assertThat(temperature.getValue()).isEqualTo(1);
    robot.interact(() -> tab.history().undo());
    assertThat(robot.lookup("#classes-seed").queryTextInputControl().getText()).isEqualTo("1");
    robot.interact(() -> tab.history().undo());
    waitFor(() -> shows(0, 1, 2));
    robot.interact(() -> tab.history().redo());
    waitFor(() -> shows(1));
  }

  @Test
  void aModelBesideIsAStepOfItsOwn(FxRobot robot) throws TimeoutException {
    offerBeside(robot);
    robot.clickOn("#classes-class-1");
    waitFor(() -> shows(1));
    robot.clickOn("#classes-beside-other");
    waitFor(() -> drawnBeside().contains("other"));
    robot.interact(() -> tab.history().undo());
    assertThat(besideBox(robot).isSelected()).isFalse();
    assertThat(tab.viewModel().sheets()).hasSize(1);
    assertThat(sheet().choices().labels()).containsExactly(1);
    assertThat(tab.history().undoable().get()).isTrue();

    robot.interact(() -> tab.history().redo());
    assertThat(besideBox(robot).isSelected()).isTrue();
    waitFor(() -> drawnBeside().contains("other"));
    assertThat(tab.history().redoable().get()).isFalse();
  }

  @Test
  void aModelStaysBesideTheNextOneThatIsExplored(FxRobot robot) throws TimeoutException {
    offerBeside(robot);
    robot.clickOn("#classes-beside-other");
    waitFor(() -> drawnBeside().contains("other"));
    robot.interact(() -> opening.explore(StillModel.shelved("next", IMAGES, Spaces::new)));
    waitFor(() -> drawnBeside().equals(List.of("next", "other")));

    assertThat(besideBox(robot).isSelected()).isTrue();
    robot.interact(() -> opening.explore(opening.shelf().model("other").orElseThrow()));
    waitFor(() -> drawnBeside().equals(List.of("other")));
    assertThat(robot.lookup("#classes-beside-other").tryQuery()).isEmpty();
  }

  private void offerBeside(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 1, 2));
    robot.interact(() -> opening.shelf().add(StillModel.shelved("other", IMAGES, Spaces::new)));
    waitFor(() -> robot.lookup("#classes-beside-other").tryQuery().isPresent());
  }

  private static CheckBox besideBox(FxRobot robot) {
    return robot.lookup("#classes-beside-other").queryAs(CheckBox.class);
  }

  /** The titles of all sheets once all are complete; empty before. */
  private List<String> drawnBeside() {
    return tab.isSettled()
        ? tab.viewModel().sheets().stream()
            .filter(sheet -> sheet.content().get() != null)
            .map(sheet -> sheet.model().title())
            .toList()
        : List.of();
  }

  @Test
  void aPictureBringsItsChoicesBack(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 1, 2));
    robot.interact(
        () -> tab.viewModel().choose(now -> new ClassChoices(List.of(0, 2), 3, 5, 0.5, 1, 1)));
    waitFor(() -> shows(0, 2) && tab.picture().isPresent());
    ImageBatch picture = tab.picture().orElseThrow();
    ImageOrigin origin =
        ImageOriginJson.read("test", ImageOriginJson.write(tab.origin().orElseThrow()));
    assertThat(picture.count()).isEqualTo(6);
    assertThat(tab.columns(picture.count())).isEqualTo(3);
    assertThat(origin.classes()).containsExactly(0, 0, 0, 2, 2, 2);

    robot.interact(
        () -> {
          tab.viewModel().chooseOnly(1);
          opening.explore(model());
          assertThat(tab.restore(origin)).isTrue();
          assertThat(tab.restore(ImageOrigin.of(origin.model(), "elsewhere"))).isFalse();
        });
    waitFor(() -> shows(0, 2) && tab.picture().isPresent());
    assertThat(tab.picture().orElseThrow().pixels()).isEqualTo(picture.pixels());
  }

  /** The robot holds no keys while it clicks. */
  private static void clickWithShift(ToggleButton button) {
    button.fireEvent(
        new MouseEvent(
            MouseEvent.MOUSE_RELEASED,
            1,
            1,
            1,
            1,
            MouseButton.PRIMARY,
            1,
            true,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            false,
            true,
            null));
    button.fire();
  }

  private boolean shows(Integer... labels) {
    return tab.isSettled() && sheet().choices().labels().equals(List.of(labels));
  }

  private SheetContent sheet() {
    return Objects.requireNonNull(tab.viewModel().sheets().get(0).content().get());
  }

  private static void waitFor(Supplier<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::get).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ShelvedModel model() {
    return StillModel.shelved("spaces", IMAGES, Spaces::new);
  }

  /** Every class has a plane; its images hold class and code. */
  private static final class Spaces extends StillModel implements ClassConditional {

    Spaces() {
      super(IMAGES);
    }

    @Override
    public LatentSpace ofClass(int label) {
      return new LatentSpace() {
        @Override
        public int latentSize() {
          return 2;
        }

        @Override
        public float latentExtent() {
          return 3;
        }

        @Override
        public ImageBatch decode(LatentCodes codes) {
          float[] pixels = new float[codes.count() * 4];
          for (int i = 0; i < codes.count(); i++) {
            pixels[4 * i] = label / 10f;
            System.arraycopy(codes.values(), 2 * i, pixels, 4 * i + 1, 2);
          }
          return ImageBatch.unlabelled(IMAGES.shape(), pixels);
        }
      };
    }
  }
}
