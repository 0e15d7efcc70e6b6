package latentlab.models.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.ImageClassifier;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class PictureTermsTest {

  private static final ImageShape SHAPE = new ImageShape(8, 8, 1);
  private static final int ROWS = 3;

  private final PictureTerms terms = new PictureTerms(SHAPE, 5, 2, Optional.of(new RowSums()));

  @Test
  void theGradientOfBothTermsEqualsCentralDifferences() {
    float[] decoded = pixels(1);
    float[] originals = pixels(2);
    float[] gradient = new float[decoded.length];
    loss(decoded, originals, gradient);

    double length = 0;
    for (float value : gradient) {
      length += (double) value * value;
    }
    length = Math.sqrt(length);
    double h = 1e-2;
    double up = loss(moved(decoded, gradient, h / length), originals, new float[decoded.length]);
    double down = loss(moved(decoded, gradient, -h / length), originals, new float[decoded.length]);
    assertThat((up - down) / (2 * h)).isCloseTo(length, within(1e-2 * length));
  }

  @Test
  void thePartsAreMeansWithoutTheirWeights() {
    float[] decoded = pixels(1);
    float[] originals = pixels(2);
    Map<String, Double> parts = new LinkedHashMap<>();
    double total =
        terms.lossAndGradient(decoded, originals, ROWS, new float[decoded.length], parts);

    assertThat(parts.keySet()).containsExactly("ssim", "perceptual");
    assertThat(total)
        .isCloseTo(5 * value(parts, "ssim") + 2 * value(parts, "perceptual"), within(1e-9));
    assertThat(value(parts, "perceptual"))
        .isCloseTo(RowSums.distance(decoded, originals) / ROWS, within(1e-6));
  }

  @Test
  void equalPicturesAddNothing() {
    float[] same = pixels(1);

    assertThat(loss(same, same, new float[same.length])).isCloseTo(0, within(1e-6));
  }

  private double loss(float[] decoded, float[] originals, float[] gradient) {
    return terms.lossAndGradient(decoded, originals, ROWS, gradient, new LinkedHashMap<>());
  }

  private static double value(Map<String, Double> parts, String name) {
    return parts.getOrDefault(name, Double.NaN);
  }

  private static float[] pixels(long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] pixels = new float[ROWS * SHAPE.size()];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = 0.1f + 0.8f * random.nextFloat();
    }
    return pixels;
  }

  private static float[] moved(float[] start, float[] direction, double length) {
    float[] values = start.clone();
    for (int i = 0; i < values.length; i++) {
      values[i] += (float) (length * direction[i]);
    }
    return values;
  }

  /** Its only feature is the sum of the pixels. */
  private static final class RowSums implements ImageClassifier {

    static double distance(float[] images, float[] originals) {
      double sum = 0;
      for (int row = 0; row < ROWS; row++) {
        double difference = difference(images, originals, row);
        sum += difference * difference;
      }
      return sum;
    }

    private static double difference(float[] images, float[] originals, int row) {
      double difference = 0;
      for (int i = row * SHAPE.size(); i < (row + 1) * SHAPE.size(); i++) {
        difference += images[i] - originals[i];
      }
      return difference;
    }

    @Override
    public Features probabilities(ImageBatch images) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Features features(ImageBatch images) {
      throw new UnsupportedOperationException();
    }

    @Override
    public double featureDistance(
        ImageBatch images, ImageBatch originals, float scale, float[] gradient) {
      for (int i = 0; i < gradient.length; i++) {
        int row = i / SHAPE.size();
        gradient[i] += (float) (2 * scale * difference(images.pixels(), originals.pixels(), row));
      }
      return distance(images.pixels(), originals.pixels());
    }
  }
}
