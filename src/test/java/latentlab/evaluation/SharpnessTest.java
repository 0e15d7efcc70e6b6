package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntBinaryOperator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class SharpnessTest {

  /**
   * Each Laplacian of a chessboard is 4 or -4 times the contrast, and there are as many of each.
   */
  @Test
  void aChessboardHasTheVarianceOfItsJumps() {
    assertThat(sharpness(6, 8, 1, (y, x) -> (y + x) % 2)).isCloseTo(16, within(1e-9));
    assertThat(sharpness(6, 8, 3, (y, x) -> (y + x) % 2)).isCloseTo(16, within(1e-9));
  }

  @Test
  void aSlopeAndAConstantHaveNone() {
    assertThat(sharpness(5, 7, 2, (y, x) -> 3 * y + 2 * x)).isZero();
    assertThat(sharpness(5, 7, 1, (y, x) -> 1)).isZero();
  }

  /** One pixel in n inner ones: its Laplacian is -4, those of its four neighbours are 1. */
  @Test
  void aPointHasTheVarianceOfTheKernel() {
    double n = 5 * 6;
    assertThat(sharpness(7, 8, 1, (y, x) -> y == 3 && x == 4 ? 1 : 0))
        .isCloseTo((16 + 4) / n, within(1e-9));
  }

  @Test
  void isAMeanOverAllImages() {
    Sharpness sharpness = new Sharpness();
    sharpness.add(image(6, 8, 1, (y, x) -> (y + x) % 2));
    sharpness.add(image(6, 8, 1, (y, x) -> 1));
    assertThat(sharpness.mean()).isCloseTo(8, within(1e-9));
  }

  @Test
  void anImageWithoutInnerPixelsHasNone() {
    assertThat(sharpness(2, 9, 1, (y, x) -> x % 2)).isZero();
  }

  private static double sharpness(int height, int width, int channels, IntBinaryOperator pixel) {
    Sharpness sharpness = new Sharpness();
    sharpness.add(image(height, width, channels, pixel));
    return sharpness.mean();
  }

  private static ImageBatch image(int height, int width, int channels, IntBinaryOperator pixel) {
    float[] pixels = new float[height * width * channels];
    for (int i = 0; i < pixels.length; i++) {
      int place = i / channels;
      pixels[i] = pixel.applyAsInt(place / width, place % width);
    }
    return ImageBatch.unlabelled(new ImageShape(height, width, channels), pixels);
  }
}
