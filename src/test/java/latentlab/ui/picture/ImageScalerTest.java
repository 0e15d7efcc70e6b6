package latentlab.ui.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latentlab.data.ImageShape;
import org.junit.jupiter.api.Test;

class ImageScalerTest {

  private static final int BLACK = 0xFF000000;
  private static final int WHITE = 0xFFFFFFFF;

  @Test
  void enlargesByWholeNumbersToBlocksOfOneColour() {
    ImageScaler scaler = new ImageScaler(new ImageShape(2, 2, 1), 6, 4);
    int[] target = new int[6 * 4];
    scaler.draw(new float[] {0, 1, 1, 0}, 0, ColourMap.GREY, target, 0, 6);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 6; x++) {
        assertThat(target[y * 6 + x]).isEqualTo((y / 2) == (x / 3) ? BLACK : WHITE);
      }
    }
  }

  @Test
  void drawsOnlyInsideItsRectangle() {
    ImageScaler scaler = new ImageScaler(new ImageShape(1, 1, 1), 2, 2);
    int[] target = new int[5 * 4];
    scaler.draw(new float[] {9, 1}, 1, ColourMap.GREY, target, 5 + 2, 5);
    for (int i = 0; i < target.length; i++) {
      int x = i % 5;
      int y = i / 5;
      boolean inside = x >= 2 && x < 4 && y >= 1 && y < 3;
      assertThat(target[i]).isEqualTo(inside ? WHITE : 0);
    }
  }

  @Test
  void showsTheMeanOfWhatAPixelCovers() {
    ImageScaler scaler = new ImageScaler(new ImageShape(2, 3, 1), 2, 1);
    int[] target = new int[2];
    scaler.draw(new float[] {0.2f, 0.4f, 0.6f, 0.8f, 1, 0}, 0, ColourMap.GREY, target, 0, 2);
    // The left pixel covers the first column and half of the second one.
    int left = Math.round(255 * ((0.2f + 0.8f) / 2 * 2 / 3 + (0.4f + 1) / 2 / 3));
    int right = Math.round(255 * ((0.6f + 0) / 2 * 2 / 3 + (0.4f + 1) / 2 / 3));
    assertThat(target).containsExactly(BLACK | left * 0x010101, BLACK | right * 0x010101);
  }

  @Test
  void keepsAnEvenImageEvenAtAnySize() {
    ImageShape shape = new ImageShape(28, 28, 1);
    float[] values = new float[shape.size()];
    java.util.Arrays.fill(values, 1);
    for (int size : new int[] {1, 13, 27, 28, 29, 31, 56, 99}) {
      int[] target = new int[size * size];
      new ImageScaler(shape, size, size).draw(values, 0, ColourMap.GREY, target, 0, size);
      assertThat(target).containsOnly(WHITE);
    }
  }

  @Test
  void leavesTheColoursOfColourImages() {
    ImageScaler scaler = new ImageScaler(new ImageShape(1, 2, 3), 2, 1);
    int[] target = new int[2];
    scaler.draw(new float[] {1, 0, 0, 0, 0.5f, 1}, 0, ColourMap.VIRIDIS, target, 0, 2);
    assertThat(target).containsExactly(0xFFFF0000, 0xFF0080FF);
  }

  @Test
  void refusesOtherNumbersOfChannels() {
    assertThatThrownBy(() -> new ImageScaler(new ImageShape(2, 2, 2), 4, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2x2x2");
  }

  @Test
  void refusesAnEmptyPicture() {
    assertThatThrownBy(() -> new ImageScaler(new ImageShape(2, 2, 1), 0, 4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
