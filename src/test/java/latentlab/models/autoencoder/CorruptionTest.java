package latentlab.models.autoencoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CorruptionTest {

  private static final int SIZE = 100;
  private static final ImageShape SHAPE = new ImageShape(SIZE, SIZE, 1);

  @ParameterizedTest
  @EnumSource(names = "NONE", mode = EnumSource.Mode.EXCLUDE)
  void dependsOnTheSeedAndThePlaceAlone(Corruption corruption) {
    ImageBatch grey = grey(3, 0.4f);
    float[] three = corruption.apply(grey, 0.3, new Seed(1));
    float[] two = corruption.apply(grey(2, 0.4f), 0.3, new Seed(1));

    assertThat(Arrays.copyOf(three, two.length)).isEqualTo(two);
    assertThat(Arrays.copyOf(three, SIZE * SIZE))
        .isNotEqualTo(Arrays.copyOfRange(three, SIZE * SIZE, 2 * SIZE * SIZE));
    assertThat(corruption.apply(grey, 0.3, new Seed(2))).isNotEqualTo(three);
    assertThat(grey.pixels()).containsOnly(0.4f);
  }

  @Test
  void maskedValuesAreBlackAndTheOthersStay() {
    float[] pixels = Corruption.MASKING.apply(grey(1, 0.4f), 0.3, new Seed(1));

    assertThat(pixels).containsOnly(0f, 0.4f);
    assertThat(part(pixels, 0f)).isCloseTo(0.3, within(0.02));
  }

  @Test
  void saltIsAsCommonAsPepper() {
    float[] pixels = Corruption.SALT_AND_PEPPER.apply(grey(1, 0.4f), 0.3, new Seed(1));

    assertThat(pixels).containsOnly(0f, 0.4f, 1f);
    assertThat(part(pixels, 0f)).isCloseTo(0.15, within(0.015));
    assertThat(part(pixels, 1f)).isCloseTo(0.15, within(0.015));
  }

  @Test
  void gaussianNoiseIsClippedToThePixelsRange() {
    float[] pixels = Corruption.GAUSSIAN.apply(grey(1, 0.5f), 0.5, new Seed(1));

    for (float pixel : pixels) {
      assertThat(pixel).isBetween(0f, 1f);
    }
    // One deviation to either side: 0.1587 of a normal distribution lies beyond each.
    assertThat(part(pixels, 0f)).isCloseTo(0.1587, within(0.015));
    assertThat(part(pixels, 1f)).isCloseTo(0.1587, within(0.015));
  }

  @Test
  void gaussianNoiseHasTheDeviationAskedFor() {
    float[] pixels = Corruption.GAUSSIAN.apply(grey(1, 0.5f), 0.05, new Seed(1));
    double squares = 0;
    for (float pixel : pixels) {
      squares += (pixel - 0.5) * (pixel - 0.5);
    }

    assertThat(Math.sqrt(squares / pixels.length)).isCloseTo(0.05, within(0.002));
  }

  private static ImageBatch grey(int count, float value) {
    float[] pixels = new float[count * SIZE * SIZE];
    Arrays.fill(pixels, value);
    return ImageBatch.unlabelled(SHAPE, pixels);
  }

  private static double part(float[] pixels, float value) {
    int found = 0;
    for (float pixel : pixels) {
      found += pixel == value ? 1 : 0;
    }
    return (double) found / pixels.length;
  }
}
