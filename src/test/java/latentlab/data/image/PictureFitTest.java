package latentlab.data.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.data.image.PictureFit.Way;
import latentlab.failure.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureFitTest {

  private static final ImageShape MNIST = new ImageShape(28, 28, 1);

  @TempDir Path folder = Path.of("");

  @Test
  void makesBrightInkOfTheSizeOfMnistFromDarkInkOnPaper() throws IOException {
    Path file = picture(300, 200, Color.WHITE, Color.BLACK, 20, 30, 40, 160);
    float[] pixels = PictureFit.read(file, MNIST, Way.AS_MNIST).pixels();

    // A bar of 40x160 becomes one of 5x20, whose centre is in the middle.
    assertThat(rowsWithInk(pixels)).isEqualTo(20);
    assertThat(columnsWithInk(pixels)).isEqualTo(5);
    assertThat(pixels[14 * 28 + 14]).isEqualTo(1, within(0.01f));
    assertThat(pixels[4 * 28 + 14]).isGreaterThan(0.4f);
    assertThat(pixels[2 * 28 + 14]).isZero();
  }

  @Test
  void takesAnUnevenlyDarkPaperAway() throws IOException {
    Path file = picture(200, 200, new Color(210, 210, 210), new Color(40, 40, 40), 90, 50, 20, 100);
    float[] pixels = PictureFit.read(file, MNIST, Way.AS_MNIST).pixels();

    assertThat(pixels[0]).isZero();
    assertThat(pixels[14 * 28 + 14]).isEqualTo(1, within(0.01f));
  }

  @Test
  void leavesAPictureOfTheRightSizeOnBlackAsItIs() throws IOException {
    Path file = picture(28, 28, Color.BLACK, new Color(128, 128, 128), 2, 2, 3, 3);
    float[] pixels = PictureFit.read(file, MNIST, Way.AS_MNIST).pixels();

    assertThat(pixels[2 * 28 + 2]).isEqualTo(128 / 255f);
    assertThat(pixels[14 * 28 + 14]).isZero();
  }

  @Test
  void resizesTheMiddleOfOtherPictures() throws IOException {
    Path file = picture(40, 20, Color.BLACK, Color.WHITE, 0, 0, 10, 20);
    ImageBatch cut = PictureFit.read(file, new ImageShape(10, 10, 3), Way.RESIZED);
    Path half = picture(20, 20, Color.BLACK, Color.WHITE, 0, 0, 10, 20);
    float[] pixels = PictureFit.read(half, new ImageShape(10, 10, 1), Way.RESIZED).pixels();

    assertThat(cut.pixels()).containsOnly(0f);
    assertThat(pixels[0]).isEqualTo(1, within(0.01f));
    assertThat(pixels[9]).isEqualTo(0, within(0.01f));
  }

  @Test
  void refusesWhatHoldsNoDrawing() throws IOException {
    Path empty = picture(50, 50, Color.WHITE, Color.WHITE, 1, 1, 1, 1);
    Path text = Files.writeString(folder.resolve("text.png"), "no picture");
    Path torn = folder.resolve("torn.png");
    byte[] whole = Files.readAllBytes(picture(50, 50, Color.WHITE, Color.BLACK, 1, 1, 9, 9));
    Files.write(torn, Arrays.copyOf(whole, whole.length / 2));

    assertThatThrownBy(() -> PictureFit.read(empty, MNIST, Way.AS_MNIST))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("nothing stands out");
    for (Path bad : new Path[] {text, torn, folder.resolve("missing.png"), folder}) {
      assertThatThrownBy(() -> PictureFit.read(bad, MNIST, Way.AS_MNIST))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining(bad.toString())
          .hasMessageNotContaining("\n");
    }
  }

  @Test
  void keepsAConstantWhenItResamples() {
    float[] plane = new float[7 * 11];
    Arrays.fill(plane, 0.3f);

    for (float value : Resampling.resize(plane, 7, 11, 20, 4)) {
      assertThat(value).isEqualTo(0.3f, within(1e-5f));
    }
  }

  @Test
  void averagesWhatItMakesSmaller() {
    float[] stripes = new float[100];
    for (int i = 0; i < 100; i += 2) {
      stripes[i] = 1;
    }

    float[] small = Resampling.resize(stripes, 1, 100, 1, 10);
    for (float value : small) {
      assertThat(value).isEqualTo(0.5f, within(0.05f));
    }
  }

  private Path picture(
      int width, int height, Color ground, Color ink, int x, int y, int inkWidth, int inkHeight)
      throws IOException {
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = image.createGraphics();
    pen.setColor(ground);
    pen.fillRect(0, 0, width, height);
    pen.setColor(ink);
    pen.fillRect(x, y, inkWidth, inkHeight);
    pen.dispose();
    Path file = Files.createTempFile(folder, "picture", ".png");
    ImageIO.write(image, "png", file.toFile());
    return file;
  }

  private static int rowsWithInk(float[] pixels) {
    int count = 0;
    for (int row = 0; row < 28; row++) {
      float most = 0;
      for (int column = 0; column < 28; column++) {
        most = Math.max(most, pixels[row * 28 + column]);
      }
      count += most > 0.3 ? 1 : 0;
    }
    return count;
  }

  private static int columnsWithInk(float[] pixels) {
    int count = 0;
    for (int column = 0; column < 28; column++) {
      float most = 0;
      for (int row = 0; row < 28; row++) {
        most = Math.max(most, pixels[row * 28 + column]);
      }
      count += most > 0.3 ? 1 : 0;
    }
    return count;
  }
}
