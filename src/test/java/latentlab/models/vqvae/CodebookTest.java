package latentlab.models.vqvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class CodebookTest {

  @Test
  void findsTheNearestCodeAsComparingAllWould() {
    int count = 700;
    float[] encodings = SmallVqVae.floats(count * 5, 1);
    try (Codebook codebook = new Codebook(37, 5, 1e-3, new Seed(2))) {
      codebook.setVectors(SmallVqVae.floats(37 * 5, 3));
      int[] codes = new int[count];
      codebook.nearest(encodings, count, codes);

      float[] vectors = codebook.vectors();
      for (int i = 0; i < count; i++) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = 0; k < 37; k++) {
          least = Math.min(least, squaredDistance(encodings, i, vectors, k, 5));
        }
        assertThat(squaredDistance(encodings, i, vectors, codes[i], 5))
            .isCloseTo(least, within(1e-5));
      }
    }
  }

  @Test
  void ofEqualCodesTheFirstIsTaken() {
    try (Codebook codebook = new Codebook(3, 1, 1e-3, new Seed(2))) {
      codebook.setVectors(new float[] {4f, 1f, 1f});
      int[] codes = new int[2];

      codebook.nearest(new float[] {1.5f, 3.5f}, 2, codes);

      assertThat(codes).containsExactly(1, 0);
    }
  }

  @Test
  void theGradientOfTheCodebookTermEqualsCentralDifferences() {
    float[] encodings = SmallVqVae.floats(20 * 2, 4);
    float scale = 0.3f;
    try (Codebook codebook = new Codebook(4, 2, 1e-3, new Seed(5))) {
      float[] start = SmallVqVae.floats(4 * 2, 6);
      codebook.setVectors(start);
      int[] codes = new int[20];
      codebook.nearest(encodings, 20, codes);
      codebook.computeGradient(encodings, codes, 20, scale);
      float[] gradient =
          codebook.network().gradients().byName().values().iterator().next().values();

      for (int i = 0; i < start.length; i++) {
        double h = 1e-2;
        double up = term(start, i, h, encodings, codes, scale);
        double down = term(start, i, -h, encodings, codes, scale);
        assertThat((double) gradient[i]).isCloseTo((up - down) / (2 * h), within(1e-3));
      }
      assertThat(gradient).isNotEqualTo(new float[8]);
    }
  }

  private static double term(
      float[] start, int changed, double by, float[] encodings, int[] codes, float scale) {
    float[] vectors = start.clone();
    vectors[changed] += (float) by;
    double sum = 0;
    for (int i = 0; i < codes.length; i++) {
      sum += squaredDistance(encodings, i, vectors, codes[i], 2);
    }
    return scale * sum;
  }

  private static double squaredDistance(float[] a, int i, float[] b, int k, int dimensions) {
    double sum = 0;
    for (int d = 0; d < dimensions; d++) {
      double difference = (double) a[i * dimensions + d] - b[k * dimensions + d];
      sum += difference * difference;
    }
    return sum;
  }
}
