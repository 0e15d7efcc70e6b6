package latentlab.ui.codes;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerLight;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Application;
import javafx.scene.control.Button;
import javafx.scene.control.Slider;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.CodeMaps;
import latentlab.models.CodePriorSampler;
import latentlab.models.ImageDomain;
import latentlab.models.origin.ImageOrigin;
import latentlab.models.origin.ImageOriginJson;
import latentlab.random.Seed;
import latentlab.ui.session.ExplorationSession;
import latentlab.ui.session.FixedTestImages;
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
class CodesTabTest {

  private static final Executor AT_ONCE = Runnable::run;
  private static final ImageDomain IMAGES = new ImageDomain(new ImageShape(4, 4, 1), List.of());
  private static final int BOOK = 16;

  private final ModelOpening opening = Openings.without(new ExplorationSession(AT_ONCE));

  @SuppressWarnings("NullAway.Init") // Set by the toolkit before each test.
  private CodesTab tab;

  @Start
  void open(Stage stage) {
    Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
    tab =
        new CodesTab(
            opening,
            FixedTestImages.of(
                ImageBatch.unlabelled(IMAGES.shape(), new float[2 * IMAGES.shape().size()])),
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
  void aClickOnACellAndOneOnThePaletteSwapACode(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 0, 0, 0));
    robot.clickOn("#codes-cell-2");
    waitFor(() -> tab.viewModel().palette().get() != null);
    // Not in the gap between the patches in the middle.
    robot.moveTo("#codes-palette").moveBy(20, 20).clickOn();
    waitFor(() -> !shows(0, 0, 0, 0));
    int[] swapped = codes();
    assertThat(swapped[0] + swapped[1] + swapped[3]).isZero();
    assertThat(cell(robot, 2).getText()).isEqualTo(Integer.toString(swapped[2]));
    waitFor(() -> tab.picture().orElseThrow().pixels()[8] == swapped[2] / (float) BOOK);

    robot.clickOn("#codes-reset");
    waitFor(() -> shows(0, 0, 0, 0));
    robot.interact(() -> tab.history().undo());
    assertThat(codes()).isEqualTo(swapped);
    robot.interact(() -> tab.history().undo());
    waitFor(() -> shows(0, 0, 0, 0));
    assertThat(tab.history().undoable().get()).isFalse();
  }

  @Test
  void cellsAndCodesAreReachedByTheKeyboard(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 0, 0, 0));
    robot.interact(() -> cell(robot, 0).requestFocus());
    robot.push(KeyCode.TAB).push(KeyCode.SPACE);
    waitFor(() -> tab.viewModel().cell().get() == 1);
    robot.clickOn("#codes-code");
    robot.push(KeyCode.UP);
    waitFor(() -> shows(0, 1, 0, 0));

    assertThat(cell(robot, 1).getAccessibleText()).contains("column 2").contains("code 1");
  }

  @Test
  void drawsFromThePriorAtTheTemperatureOfTheSlider(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 0, 0, 0));
    Slider temperature = robot.lookup("#codes-temperature").queryAs(Slider.class);
    robot.interact(() -> temperature.setValue(0.5));
    robot.clickOn("#codes-draw");
    waitFor(() -> shows(1, 1, 1, 5));
    // Not by the pointer: the help of the button beside may still lie over this one.
    robot.interact(() -> robot.lookup("#codes-seed-next").queryButton().fire());
    waitFor(() -> shows(2, 2, 2, 5));
    assertThat(robot.lookup("#codes-seed").queryTextInputControl().getText()).isEqualTo("2");
    // As a press would; else what follows so soon is the same step.
    robot.interact(() -> tab.history().endGesture());
    robot.interact(() -> temperature.setValue(1.2));
    waitFor(() -> shows(2, 2, 2, 12));
    robot.interact(() -> tab.history().undo());

    assertThat(temperature.getValue()).isEqualTo(0.5);
    waitFor(() -> shows(2, 2, 2, 5));
  }

  @Test
  void aPictureBringsItsCodesBack(FxRobot robot) throws TimeoutException {
    waitFor(() -> shows(0, 0, 0, 0));
    robot.clickOn("#codes-cell-3");
    robot.interact(() -> tab.viewModel().swap(7));
    waitFor(() -> tab.picture().orElseThrow().pixels()[15] == 7f / BOOK);
    ImageOrigin origin =
        ImageOriginJson.read("test", ImageOriginJson.write(tab.origin().orElseThrow()));
    robot.interact(
        () -> {
          tab.viewModel().reset();
          opening.explore(model());
          assertThat(tab.restore(origin)).isTrue();
          assertThat(tab.restore(ImageOrigin.of(origin.model(), "elsewhere"))).isFalse();
        });
    waitFor(() -> shows(0, 0, 0, 7));

    assertThat(tab.viewModel().isSwapped(3)).isTrue();
    assertThat(tab.history().undoable().get()).isFalse();
  }

  private static Button cell(FxRobot robot, int place) {
    return robot.lookup("#codes-cell-" + place).queryButton();
  }

  private int[] codes() {
    return Objects.requireNonNull(tab.viewModel().codes().get());
  }

  private boolean shows(int... wanted) {
    return Arrays.equals(tab.viewModel().codes().get(), wanted);
  }

  private static void waitFor(Supplier<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(
        20, TimeUnit.SECONDS, () -> WaitForAsyncUtils.asyncFx(condition::get).get());
    WaitForAsyncUtils.waitForFxEvents();
  }

  private static ShelvedModel model() {
    return StillModel.shelved("blocks", IMAGES, Blocks::new);
  }

  /** Each code is the brightness of a block of 2x2 pixels, in sixteenths. */
  private static final class Blocks extends StillModel implements CodePriorSampler {

    Blocks() {
      super(IMAGES);
    }

    @Override
    public int codeRows() {
      return 2;
    }

    @Override
    public int codeColumns() {
      return 2;
    }

    @Override
    public int codebookSize() {
      return BOOK;
    }

    @Override
    public CodeMaps encodeToCodes(ImageBatch images) {
      int[] codes = new int[images.count() * 4];
      for (int i = 0; i < codes.length; i++) {
        int corner = i / 4 * 16 + i % 4 / 2 * 8 + i % 2 * 2;
        codes[i] = Math.min(BOOK - 1, (int) (images.pixels()[corner] * BOOK));
      }
      return new CodeMaps(images.count(), 2, 2, codes);
    }

    @Override
    public ImageBatch decodeCodes(CodeMaps codes) {
      float[] pixels = new float[codes.count() * 16];
      for (int i = 0; i < pixels.length; i++) {
        int block = i / 16 * 4 + i % 16 / 8 * 2 + i % 4 / 2;
        pixels[i] = codes.indices()[block] / (float) BOOK;
      }
      return ImageBatch.unlabelled(IMAGES.shape(), pixels);
    }

    @Override
    public double temperature() {
      return 1;
    }

    /** The seed three times, then the temperature in tenths. */
    @Override
    public CodeMaps sampleCodes(int count, int[] labels, double temperature, Seed seed) {
      int value = (int) seed.value();
      return new CodeMaps(
          1, 2, 2, new int[] {value, value, value, (int) Math.round(10 * temperature)});
    }

    @Override
    public ImageBatch sample(int count, Seed seed) {
      throw new UnsupportedOperationException("not asked");
    }
  }
}
