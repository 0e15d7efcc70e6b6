package latentlab.ui.neighbours;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;
import latentlab.models.ModelConfig;
import latentlab.models.storage.ModelCard;
import latentlab.ui.picture.DigitView;
import latentlab.ui.text.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@SuppressWarnings("NullAway.Init") // The views are made on the JavaFX thread before each test.
@ExtendWith(ApplicationExtension.class)
class NeighboursStripTest {

  private static final ImageShape SHAPE = new ImageShape(2, 2, 1);

  private String missing = "";
  private NeighboursViewModel viewModel;
  private NeighboursStrip strip;

  @Start
  void start(Stage stage) {
    viewModel =
        new NeighboursViewModel(
            (card, progress, cancellation) -> {
              if (!missing.isEmpty()) {
                throw new InvalidInputException(missing);
              }
              byte[] pixels = new byte[4 * 5];
              pixels[4] = (byte) 255;
              return new TrainingSet(
                  new ImageSet(SHAPE, pixels, new byte[] {0, 1, 0, 1, 0}),
                  List.of("cat", "dog"),
                  0.5);
            },
            Runnable::run,
            Runnable::run,
            (work, delay) -> work.run());
    strip = new NeighboursStrip(viewModel, Messages.load());
    stage.setScene(
        new Scene(new VBox(new NeighboursToggle(viewModel, Messages.load()), strip), 800, 200));
    stage.show();
    viewModel.explore(
        new ModelCard(
            "test",
            new Config(),
            new ImageDomain(SHAPE, List.of("cat", "dog")),
            new ModelCard.Provenance("pets", "", 1, 1, 1, Map.of(), "1")));
    viewModel.show(ImageBatch.unlabelled(SHAPE, new float[] {1, 0, 0, 0}));
  }

  private static String text(FxRobot robot) {
    return robot.lookup("#training-neighbours-text").queryAs(Label.class).getText();
  }

  @Test
  void takesNoRoomUntilItIsAskedFor(FxRobot robot) {
    assertThat(strip.isVisible()).isFalse();
    assertThat(strip.isManaged()).isFalse();
    robot.clickOn("#neighbours-toggle");
    assertThat(strip.isVisible()).isTrue();
    assertThat(robot.lookup(node -> node instanceof DigitView).queryAll()).hasSize(5);
    assertThat(text(robot)).contains("A copy").contains("0.00").contains("0.50");
    assertThat(robot.lookup(node -> node instanceof DigitView).query().getAccessibleText())
        .isEqualTo("Training image 2, class dog, at distance 0.00");
    robot.clickOn("#neighbours-toggle");
    assertThat(strip.isManaged()).isFalse();
  }

  @Test
  void saysHowNearTheNearestIsComparedWithUnseenImages(FxRobot robot) {
    robot.clickOn("#neighbours-toggle");
    robot.interact(() -> viewModel.show(ImageBatch.unlabelled(SHAPE, new float[] {1, 0.2f, 0, 0})));
    assertThat(text(robot)).contains("Closer than usual").contains("0.20");
    robot.interact(() -> viewModel.show(ImageBatch.unlabelled(SHAPE, new float[] {1, 1, 1, 1})));
    assertThat(text(robot)).contains("Not a copy").contains("1.73");
  }

  @Test
  void aSentenceSaysThatTheDataIsNotHere(FxRobot robot) {
    missing = "data set pets is not on this machine";
    robot.clickOn("#neighbours-toggle");
    assertThat(text(robot)).isEqualTo("Cannot be told: data set pets is not on this machine");
    assertThat(robot.lookup(node -> node instanceof DigitView).queryAll()).isEmpty();
  }

  private record Config() implements ModelConfig {}
}
