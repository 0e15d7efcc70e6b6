package latentlab.models.conditionalvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class GaussianDivergenceTest {

  private static final float LOG_2 = (float) Math.log(2);

  @Test
  void isZeroBetweenEqualDistributions() {
    float[] both = {0.3f, -2f, 0.7f, -1.1f};

    assertThat(divergence(both, both)).isEqualTo(0.0);
  }

  /** KL(N(1, 4) || N(3, 2)) = 1/2 (log(2/4) + (4 + 4)/2 - 1) = 1/2 (3 - log 2). */
  @Test
  void agreesWithACaseWorkedOutByHand() {
    float[] q = {1f, 2 * LOG_2};
    float[] p = {3f, LOG_2};

    assertThat(divergence(q, p)).isCloseTo(0.5 * (3 - Math.log(2)), within(1e-6));
  }

  @Test
  void agreesWithTheMeanLogRatioOfDraws() {
    float[] q = {0.5f, -1f, -0.4f, 0.3f};
    float[] p = {-0.2f, 0.4f, 0.6f, -0.1f};
    RandomGenerator random = new Seed(3).generator();
    int draws = 400_000;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      for (int j = 0; j < 2; j++) {
        double z = q[j] + Math.exp(0.5 * q[2 + j]) * random.nextGaussian();
        sum += logDensity(z, q[j], q[2 + j]) - logDensity(z, p[j], p[2 + j]);
      }
    }

    assertThat(divergence(q, p)).isCloseTo(sum / draws, within(0.01));
  }

  @Test
  void againstTheStandardNormalItIsThatOfKingmaAndWelling() {
    float[] q = {0.5f, -1f, -0.4f, 0.3f};
    double expected = 0.5 * (0.25 + Math.exp(-0.4) - 1 + 0.4) + 0.5 * (1 + Math.exp(0.3) - 1 - 0.3);

    assertThat(divergence(q, new float[4])).isCloseTo(expected, within(1e-6));
  }

  @Test
  void gradientsEqualCentralDifferences() {
    float[] q = {0.5f, -1f, -0.4f, 0.3f};
    float[] p = {-0.2f, 0.4f, 0.6f, -0.1f};
    float[] byQ = {1f, 1f, 1f, 1f};
    float[] byP = new float[4];

    new GaussianDivergence(2).gradients(q, p, 1, 2f, byQ, byP);

    for (int i = 0; i < 4; i++) {
      assertThat(byQ[i] - 1).isCloseTo((float) (2 * slope(q, p, q, i)), within(2e-3f));
      assertThat(byP[i]).isCloseTo((float) (2 * slope(q, p, p, i)), within(2e-3f));
    }
  }

  private static double slope(float[] q, float[] p, float[] moved, int index) {
    float h = 1e-2f;
    float before = moved[index];
    moved[index] = before + h;
    double up = divergence(q, p);
    moved[index] = before - h;
    double down = divergence(q, p);
    moved[index] = before;
    return (up - down) / (2 * h);
  }

  private static double divergence(float[] q, float[] p) {
    double[] sums = new double[q.length / 2];
    new GaussianDivergence(q.length / 2).addTo(q, p, 1, sums);
    double sum = 0;
    for (double part : sums) {
      sum += part;
    }
    return sum;
  }

  private static double logDensity(double z, double mean, double logVariance) {
    double distance = z - mean;
    return -0.5 * (logVariance + distance * distance * Math.exp(-logVariance));
  }
}
