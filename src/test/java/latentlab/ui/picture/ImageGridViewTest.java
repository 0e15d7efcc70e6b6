package latentlab.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ImageGridViewTest {

  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;
  private static final ImageShape SHAPE = new ImageShape(2, 2, 1);

  private final StackPane root = new StackPane();

  @SuppressWarnings("NullAway.Init") // Made on the JavaFX thread before each test.
  private Scene scene;

  @Start
  void start(Stage shared) {
    root.setStyle("-fx-background-color: #0000ff");
    // A scene of its own: the stage is shared with other tests and keeps the size of their windows.
    scene = new Scene(root, 101, 73);
  }

  private static ImageBatch checks(int count) {
    float[] pixels = new float[4 * count];
    for (int i = 0; i < count; i++) {
      pixels[4 * i] = 1;
      pixels[4 * i + 3] = 1;
    }
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  private int[][] snapshot(FxRobot robot, Region view, Runnable change) {
    WritableImage[] taken = new WritableImage[1];
    robot.interact(
        () -> {
          root.getChildren().setAll(view);
          root.applyCss();
          root.layout();
          change.run();
          root.layout();
          taken[0] = scene.snapshot(null);
        });
    PixelReader reader = taken[0].getPixelReader();
    int[][] pixels = new int[73][101];
    for (int y = 0; y < 73; y++) {
      for (int x = 0; x < 101; x++) {
        pixels[y][x] = reader.getArgb(x, y);
      }
    }
    return pixels;
  }

  @Test
  void showsOneImageAsExactBlocksInTheMiddle(FxRobot robot) {
    DigitView view = new DigitView();
    int[][] pixels = snapshot(robot, view, () -> view.show(checks(3), 1));
    // 2 x 36 pixels fit into 73; the rest is shared out to both sides.
    for (int y = 0; y < 72; y++) {
      for (int x = 0; x < 72; x++) {
        assertThat(pixels[y][x + 14]).isEqualTo(x / 36 == y / 36 ? WHITE : BLACK);
      }
    }
    assertThat(pixels[10][13]).isEqualTo(0xFF0000FF);
    assertThat(pixels[72][40]).isEqualTo(0xFF0000FF);
  }

  @Test
  void leavesTheGapsAndMissingCellsEmpty(FxRobot robot) {
    ImageGridView view = new ImageGridView(GridGeometry.Scaling.WHOLE_NUMBERS, 3);
    int[][] pixels = snapshot(robot, view, () -> view.show(checks(3), 2));
    // Two rows of 2 x 17 pixels with a gap of 3 make 71 of 73 pixels; to the left remain 15.
    assertThat(pixels[1][15]).isEqualTo(WHITE);
    assertThat(pixels[1][15 + 17]).isEqualTo(BLACK);
    assertThat(pixels[1][15 + 34]).isEqualTo(0xFF0000FF);
    assertThat(pixels[1][15 + 37]).isEqualTo(WHITE);
    assertThat(pixels[1 + 37][15]).isEqualTo(WHITE);
    assertThat(pixels[1 + 37][15 + 37]).isEqualTo(0xFF0000FF);
  }

  @Test
  void changesOnlyTheCellsThatAreUpdated(FxRobot robot) {
    ImageGridView view = new ImageGridView(GridGeometry.Scaling.WHOLE_NUMBERS, 0);
    snapshot(robot, view, () -> view.show(checks(4), 2));
    ImageBatch white = ImageBatch.unlabelled(SHAPE, new float[] {1, 1, 1, 1});
    int[][] pixels = snapshot(robot, view, () -> view.update(3, white));
    assertThat(pixels[0][14 + 18]).isEqualTo(BLACK);
    assertThat(pixels[36][14 + 36]).isEqualTo(WHITE);
    assertThat(pixels[36][14 + 36 + 18]).isEqualTo(WHITE);
  }

  @Test
  void showsOneImageInAllCellsOfABlock(FxRobot robot) {
    ImageBatch two =
        ImageBatch.unlabelled(SHAPE, new float[] {1, 0, 0, 1, 0, 1, 1, 0, 1, 0, 0, 1, 0, 1, 1, 0});
    ImageGridView blocks = new ImageGridView(GridGeometry.Scaling.FILL, 0);
    int[][] coarse = snapshot(robot, blocks, () -> blocks.showBlocks(two, 3, 3, 2));
    ImageBatch nine = checks(9);
    for (int cell : new int[] {2, 5}) {
      System.arraycopy(two.pixels(), 4, nine.pixels(), 4 * cell, 4);
    }
    System.arraycopy(two.pixels(), 12, nine.pixels(), 4 * 8, 4);
    ImageGridView single = new ImageGridView(GridGeometry.Scaling.FILL, 0);
    assertThat(coarse).isDeepEqualTo(snapshot(robot, single, () -> single.show(nine, 3)));
  }

  @Test
  void repaintsInOtherColours(FxRobot robot) {
    ImageGridView view = new ImageGridView(GridGeometry.Scaling.FILL, 0);
    snapshot(robot, view, () -> view.show(checks(1), 1));
    int[][] pixels =
        snapshot(robot, view, () -> view.colourMapProperty().set(ColourMap.INVERTED_GREY));
    assertThat(pixels[0][14]).isEqualTo(BLACK);
  }

  @Test
  void refusesAnUpdateOfNoGrid(FxRobot robot) {
    ImageGridView view = new ImageGridView(GridGeometry.Scaling.FILL, 0);
    assertThatThrownBy(() -> view.update(0, checks(1))).isInstanceOf(IllegalStateException.class);
  }
}
