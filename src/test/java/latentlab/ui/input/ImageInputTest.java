package latentlab.ui.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import javafx.event.ActionEvent;
import javafx.scene.Scene;
import javafx.scene.control.TextField;
import javafx.stage.Stage;
import latentlab.data.synthetic.SyntheticDigits;
import latentlab.models.ImageDomain;
import latentlab.random.Seed;
import latentlab.ui.input.ImageInputViewModel.Origin;
import latentlab.ui.session.FixedTestImages;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImageInputTest {

  private static final List<String> DIGITS =
      IntStream.range(0, 10).mapToObj(Integer::toString).toList();

  private final ImageInputViewModel viewModel =
      new ImageInputViewModel(
          FixedTestImages.of(new SyntheticDigits(new Seed(1)).images(20).batch(range())),
          Runnable::run,
          Runnable::run);

  @Start
  void open(Stage stage) {
    viewModel.offerFor(new ImageDomain(SyntheticDigits.SHAPE, DIGITS), "synthetic");
    stage.setScene(new Scene(new ImageInput(viewModel, 168, Messages.load())));
    stage.show();
  }

  @Test
  void drawsWhereThePointerIs(FxRobot robot) {
    viewModel.centring().set(false);
    robot.clickOn("#drawing-pad");

    assertThat(viewModel.origin().get()).isEqualTo(Origin.DRAWN);
    float[] pixels = Objects.requireNonNull(viewModel.image().get()).pixels();
    assertThat(pixels[14 * 28 + 14]).isEqualTo(1);
    assertThat(pixels[3 * 28 + 3]).isZero();
  }

  @Test
  void goesThroughTestImagesByButtonsAndByNumber(FxRobot robot) {
    robot.clickOn("#input-next").clickOn("#input-next");
    TextField number = robot.lookup("#input-number").queryAs(TextField.class);
    assertThat(number.getText()).isEqualTo("1");
    robot.interact(
        () -> {
          number.setText("7");
          number.fireEvent(new ActionEvent());
        });

    assertThat(viewModel.exampleNumber().get()).isEqualTo(7);
    robot.clickOn("#input-clear");
    assertThat(number.getText()).isEmpty();
    assertThat(viewModel.image().get()).isNull();
  }

  private static int[] range() {
    return IntStream.range(0, 20).toArray();
  }
}
