package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.data.ImageSet;
import latentlab.data.ImageShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class BinarisationTest {

  private static final ImageShape SHAPE = new ImageShape(40, 50, 1);

  @Test
  void aPixelIsWhiteWithItsGreyAsTheProbability() {
    ImageSet binary = Binarisation.of(grey(51, 51), new Seed(1));

    double white = 0;
    for (float pixel : binary.batch(0).pixels()) {
      assertThat(pixel).isIn(0f, 1f);
      white += pixel;
    }
    assertThat(white / SHAPE.size()).isCloseTo(0.2, within(0.03));
    assertThat(binary.label(1)).isEqualTo(7);
  }

  @Test
  void blackAndWhiteStayAsTheyAre() {
    ImageSet binary = Binarisation.of(grey(0, 255), new Seed(1));

    assertThat(binary.imageBytes(0)).containsOnly(0);
    assertThat(binary.imageBytes(1)).containsOnly(255);
  }

  @Test
  void theSeedAndThePlaceDecide() {
    ImageSet grey = grey(128, 128);
    ImageSet binary = Binarisation.of(grey, new Seed(1));

    assertThat(binary.imageBytes(0)).isNotEqualTo(binary.imageBytes(1));
    assertThat(Binarisation.of(grey.select(0), new Seed(1)).imageBytes(0))
        .isEqualTo(binary.imageBytes(0));
    assertThat(Binarisation.of(grey, new Seed(2)).imageBytes(0)).isNotEqualTo(binary.imageBytes(0));
  }

  private static ImageSet grey(int first, int second) {
    byte[] pixels = new byte[2 * SHAPE.size()];
    Arrays.fill(pixels, 0, SHAPE.size(), (byte) first);
    Arrays.fill(pixels, SHAPE.size(), pixels.length, (byte) second);
    return new ImageSet(SHAPE, pixels, new byte[] {3, 7});
  }
}
