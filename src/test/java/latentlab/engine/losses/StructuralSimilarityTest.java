package latentlab.engine.losses;

import static latentlab.engine.losses.Batches.assertGradient;
import static latentlab.engine.losses.Batches.matrix;
import static latentlab.engine.losses.Batches.uniforms;
import static latentlab.engine.losses.Batches.values;
import static latentlab.engine.losses.Batches.widened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuralSimilarityTest {

  @ParameterizedTest
  @CsvSource({
    "3, 28, 28, 1, 1",
    "2, 16, 13, 3, 255",
    "1, 11, 11, 1, 1",
    "2, 11, 40, 2, 2",
    "2, 60, 31, 1, 1",
    "2, 8, 8, 1, 1",
    "2, 4, 9, 3, 1",
    "2, 1, 5, 2, 1"
  })
  void equalsTheNaiveSumForAnyShape(
      int rows, int height, int width, int channels, double dynamicRange) {
    int size = height * width * channels;
    float[] images = scaled(uniforms(1, rows * size), dynamicRange);
    float[] targets = scaled(related(uniforms(1, rows * size)), dynamicRange);
    NaiveSimilarity naive = new NaiveSimilarity(height, width, channels, dynamicRange);
    double expected = naive.loss(widened(images), targets);
    StructuralSimilarity loss = new StructuralSimilarity(height, width, channels, dynamicRange);
    Matrix unchanged = matrix(rows, size, images);

    assertThat(loss.loss(unchanged, targets)).isCloseTo(expected, within(1e-9));
    assertThat(values(unchanged)).containsExactly(images);
    assertThat(loss.lossAndGradient(matrix(rows, size, images), targets, 2f))
        .isCloseTo(expected, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "2, 13, 12, 1, 1",
    "1, 12, 14, 3, 2",
    "2, 11, 11, 1, 1",
    "2, 8, 8, 1, 1",
    "2, 4, 5, 2, 1",
    "1, 2, 3, 1, 1"
  })
  void gradientEqualsCentralDifferences(
      int rows, int height, int width, int channels, double dynamicRange) {
    int size = height * width * channels;
    float[] images = scaled(uniforms(1, rows * size), dynamicRange);
    float[] targets = scaled(related(uniforms(1, rows * size)), dynamicRange);
    Matrix memory = matrix(rows, size, images);

    new StructuralSimilarity(height, width, channels, dynamicRange)
        .lossAndGradient(memory, targets, 0.5f);

    NaiveSimilarity naive = new NaiveSimilarity(height, width, channels, dynamicRange);
    assertGradient(memory, images, 0.5, x -> naive.loss(x, targets));
  }

  @Test
  void gradientKeepsItsDigitsInBrightFlatImages() {
    float[] images = new float[14 * 14];
    Arrays.fill(images, 1f);
    float[] targets = images.clone();
    images[90] = 0.999f;
    targets[91] = 0.998f;
    Matrix memory = matrix(1, images.length, images);

    new StructuralSimilarity(14, 14, 1, 1).lossAndGradient(memory, targets, 1f);

    NaiveSimilarity naive = new NaiveSimilarity(14, 14, 1, 1);
    assertGradient(memory, images, 1, x -> naive.loss(x, targets));
  }

  @Test
  void equalImagesLoseNothingAndHaveNoGradient() {
    float[] images = uniforms(1, 2 * 20 * 15);
    Matrix memory = matrix(2, 20 * 15, images);

    double value = new StructuralSimilarity(20, 15, 1, 1).lossAndGradient(memory, images, 1f);

    assertThat(value).isCloseTo(0, within(1e-12));
    assertThat(values(memory)).containsOnly(new float[] {0f}, within(1e-9f));
  }

  @Test
  void isSymmetricAndBounded() {
    float[] a = uniforms(1, 20 * 15);
    float[] b = uniforms(2, 20 * 15);
    StructuralSimilarity loss = new StructuralSimilarity(20, 15, 1, 1);
    double value = loss.loss(matrix(1, 300, a), b);

    assertThat(value).isBetween(0.0, 2.0);
    assertThat(loss.loss(matrix(1, 300, b), a)).isCloseTo(value, within(1e-12));
  }

  @Test
  void constantImagesCompareByBrightnessAlone() {
    float[] dark = new float[12 * 12];
    float[] light = new float[12 * 12];
    Arrays.fill(dark, 0.25f);
    Arrays.fill(light, 0.75f);
    double expected = (2 * 0.25 * 0.75 + 1e-4) / (0.25 * 0.25 + 0.75 * 0.75 + 1e-4);

    assertThat(new StructuralSimilarity(12, 12, 1, 1).loss(matrix(1, 144, dark), light))
        .isCloseTo(1 - expected, within(1e-10));
  }

  @Test
  void aPatternAndItsNegativeAreDissimilar() {
    float[] pattern = new float[12 * 12];
    float[] negative = new float[12 * 12];
    for (int i = 0; i < pattern.length; i++) {
      pattern[i] = (i / 12 + i % 12) % 2;
      negative[i] = 1 - pattern[i];
    }

    assertThat(new StructuralSimilarity(12, 12, 1, 1).loss(matrix(1, 144, pattern), negative))
        .isBetween(1.9, 2.0);
  }

  @Test
  void nanStaysInItsImage() {
    float[] images = uniforms(1, 3 * 144);
    float[] targets = uniforms(2, 3 * 144);
    StructuralSimilarity loss = new StructuralSimilarity(12, 12, 1, 1);
    Matrix clean = matrix(3, 144, images);
    loss.lossAndGradient(clean, targets, 1f);
    images[144 + 70] = Float.NaN;
    Matrix memory = matrix(3, 144, images);

    assertThat(loss.lossAndGradient(memory, targets, 1f)).isNaN();

    float[] gradient = values(memory);
    assertThat(gradient[144 + 70]).isNaN();
    assertThat(Arrays.copyOfRange(gradient, 0, 144))
        .containsExactly(Arrays.copyOfRange(values(clean), 0, 144));
    assertThat(Arrays.copyOfRange(gradient, 288, 432))
        .containsExactly(Arrays.copyOfRange(values(clean), 288, 432));
  }

  @Test
  void refusesSizesThatDoNotFit() {
    StructuralSimilarity loss = new StructuralSimilarity(12, 12, 1, 1);
    Matrix memory = matrix(2, 144, new float[288]);

    assertThatThrownBy(() -> loss.loss(memory, new float[144]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 288 targets, not 144");
    assertThatThrownBy(() -> new StructuralSimilarity(12, 12, 3, 1).loss(memory, new float[288]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("images must be [rows, 432], not [2, 144]");
    assertThatThrownBy(() -> new StructuralSimilarity(12, 0, 1, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 12 x 0 x 1");
    assertThatThrownBy(() -> new StructuralSimilarity(12, 12, 1, 0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0.0");
  }

  private static float[] scaled(float[] values, double factor) {
    float[] scaled = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = (float) (values[i] * factor);
    }
    return scaled;
  }

  /** Images somewhat like the given ones, so that the similarity is neither 0 nor 1. */
  private static float[] related(float[] values) {
    float[] noise = uniforms(9, values.length);
    for (int i = 0; i < values.length; i++) {
      noise[i] = 0.6f * values[i] + 0.4f * noise[i];
    }
    return noise;
  }
}
