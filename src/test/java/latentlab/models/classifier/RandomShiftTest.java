package latentlab.models.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class RandomShiftTest {

  private static final ImageShape SHAPE = new ImageShape(9, 8, 2);
  private static final int ROW = 4;
  private static final int COLUMN = 3;

  @Test
  void movesWholePixelsToEveryPlaceWithinReach() {
    int count = 300;
    float[] pixels = new float[count * SHAPE.size()];
    for (int i = 0; i < count; i++) {
      int pixel = i * SHAPE.size() + (ROW * SHAPE.width() + COLUMN) * 2;
      pixels[pixel] = 0.5f;
      pixels[pixel + 1] = 1f;
    }
    RandomShift shift = new RandomShift(SHAPE, 0.25);

    float[] moved = shift.apply(ImageBatch.unlabelled(SHAPE, pixels), new Seed(1));

    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < count; i++) {
      float[] image = Arrays.copyOfRange(moved, i * SHAPE.size(), (i + 1) * SHAPE.size());
      int place = 0;
      while (image[2 * place] == 0) {
        place++;
      }
      assertThat(image[2 * place]).isEqualTo(0.5f);
      assertThat(image[2 * place + 1]).isEqualTo(1f);
      assertThat(Math.abs(place / SHAPE.width() - ROW)).isLessThanOrEqualTo(2);
      assertThat(Math.abs(place % SHAPE.width() - COLUMN)).isLessThanOrEqualTo(2);
      places.add(place);
    }
    assertThat(places).hasSize(25);
  }

  @Test
  void fillsTheBorderWithBlackAndLosesNothingElse() {
    float[] pixels = new float[40 * SHAPE.size()];
    Arrays.fill(pixels, 1f);
    RandomShift shift = new RandomShift(SHAPE, 0.13);

    float[] moved = shift.apply(ImageBatch.unlabelled(SHAPE, pixels), new Seed(2));

    Set<Integer> sums = new HashSet<>();
    for (int i = 0; i < 40; i++) {
      float sum = 0;
      for (int p = 0; p < SHAPE.size(); p++) {
        sum += moved[i * SHAPE.size() + p];
      }
      sums.add(Math.round(sum));
    }
    assertThat(sums).containsExactlyInAnyOrder(9 * 8 * 2, 8 * 8 * 2, 9 * 7 * 2, 8 * 7 * 2);
  }

  @Test
  void leavesImagesAloneThatAreTooSmallForOnePixel() {
    float[] pixels = new float[SHAPE.size()];
    pixels[7] = 1f;

    assertThat(new RandomShift(SHAPE, 0.1).apply(ImageBatch.unlabelled(SHAPE, pixels), new Seed(1)))
        .isEqualTo(pixels);
  }
}
