package latentlab.data.property;

import static latentlab.data.property.ImageProperty.SLANT;
import static latentlab.data.property.ImageProperty.THICKNESS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ImagePropertyTest {

  private static final int SIDE = 40;
  private static final ImageShape SHAPE = new ImageShape(SIDE, SIDE, 1);

  @ParameterizedTest
  @CsvSource({"1, 20", "2, 20", "3, 12", "5, 30", "7, 7"})
  void aBarIsAsThickAsItIsWideButForItsEnds(int width, int length) {
    double expected = (double) width * length / (width + length);

    double upright = THICKNESS.measure(bar(length, width, 1), 0, SHAPE);
    double lying = THICKNESS.measure(bar(width, length, 1), 0, SHAPE);

    // At each of the four corners the outline is cut short by 2 - sqrt(2) halves of a pixel.
    double rounded = 4 * (1 - Math.sqrt(0.5));
    double exact = 2.0 * width * length / (2.0 * (width + length) - rounded);
    assertThat(upright).isCloseTo(exact, within(1e-6)).isCloseTo(expected, within(0.1 * width));
    assertThat(lying).isCloseTo(upright, within(1e-6));
  }

  @Test
  void aStripFromEdgeToEdgeOfADiagonalIsMeasuredAcross() {
    for (int half : new int[] {2, 4, 6}) {
      float[] pixels = new float[SIDE * SIDE];
      for (int i = 0; i < pixels.length; i++) {
        int distance = i / SIDE - i % SIDE;
        pixels[i] = Math.abs(distance) <= half ? 1 : 0;
      }
      double across = (2 * half + 1) / Math.sqrt(2);
      double length = SIDE * Math.sqrt(2);

      assertThat(THICKNESS.measure(pixels, 0, SHAPE))
          .isCloseTo(across * length / (length + across), within(0.06 * across));
    }
  }

  @Test
  void thicknessDoesNotDependOnTheInkOrOnSoftEdges() {
    double full = THICKNESS.measure(bar(20, 4, 1), 0, SHAPE);
    float[] soft = bar(20, 4, 1);
    for (int row = 0; row < SIDE; row++) {
      boolean inked = soft[row * SIDE + 12] > 0;
      soft[row * SIDE + 10] = inked ? 0.5f : 0;
      soft[row * SIDE + 14] = inked ? 0.5f : 0;
    }

    assertThat(THICKNESS.measure(bar(20, 4, 0.3f), 0, SHAPE)).isCloseTo(full, within(1e-5));
    assertThat(THICKNESS.measure(soft, 0, SHAPE)).isCloseTo(full, within(0.02 * full));
  }

  @ParameterizedTest
  @CsvSource({"0", "0.5", "-0.5", "1", "-1"})
  void aShearedBarLeansByTheAngleOfItsShear(double shear) {
    float[] pixels = new float[SIDE * SIDE];
    for (int row = 5; row < 35; row++) {
      double left = 18 - shear * (row - 19.5);
      for (int column = 0; column < SIDE; column++) {
        double covered = Math.min(left + 4, column + 1) - Math.max(left, column);
        pixels[row * SIDE + column] = (float) Math.max(0, Math.min(1, covered));
      }
    }

    assertThat(SLANT.measure(pixels, 0, SHAPE))
        .isCloseTo(Math.toDegrees(Math.atan(shear)), within(1e-3));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyOrFullOrSingleRowImageHasAFiniteProperty(ImageProperty property) {
    float[] empty = new float[SIDE * SIDE];
    float[] row = new float[SIDE * SIDE];
    row[5] = 1;

    assertThat(property.measure(empty, 0, SHAPE)).isZero();
    assertThat(property.measure(row, 0, SHAPE)).isFinite();
    assertThat(SLANT.measure(row, 0, SHAPE)).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void isTheSameInAnyPlaceOfABatchAndInColour(ImageProperty property) {
    float[] grey = bar(20, 4, 1);
    RandomGenerator random = new Seed(1).generator();
    for (int i = 0; i < grey.length; i++) {
      grey[i] = 0.8f * grey[i] + 0.1f * random.nextFloat();
    }
    float[] colour = new float[7 + 3 * grey.length];
    for (int i = 0; i < 3 * grey.length; i++) {
      colour[7 + i] = grey[i / 3];
    }

    assertThat(property.measure(colour, 7, new ImageShape(SIDE, SIDE, 3)))
        .isCloseTo(property.measure(grey, 0, SHAPE), within(1e-4));
  }

  @Test
  void hasNamesForOptions() {
    assertThat(ImageProperty.named("slant")).contains(SLANT);
    assertThat(ImageProperty.named("Slant")).isEmpty();
  }

  /** A bar of ink whose left column is 10 and whose top row is 6. */
  private static float[] bar(int height, int width, float ink) {
    float[] pixels = new float[SIDE * SIDE];
    for (int row = 6; row < 6 + height; row++) {
      for (int column = 10; column < 10 + width; column++) {
        pixels[row * SIDE + column] = ink;
      }
    }
    return pixels;
  }
}
