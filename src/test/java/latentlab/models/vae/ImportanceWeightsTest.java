package latentlab.models.vae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ImportanceWeightsTest {

  private static final float MEAN = 0.5f;
  private static final float LOG_VARIANCE = -0.7f;
  private static final float DEVIATION = 0.3f;

  @Test
  void aWeightIsTheRatioOfTheDensities() {
    float z = MEAN + DEVIATION;
    double[] logarithm = new double[1];
    new ImportanceWeights(1, 1)
        .logarithms(
            new double[] {4.2},
            new float[] {MEAN, LOG_VARIANCE},
            new float[] {DEVIATION},
            new float[] {z},
            1,
            logarithm);

    double posterior = logDensity(z, MEAN, Math.exp(LOG_VARIANCE));
    assertThat(logarithm[0]).isCloseTo(-4.2 + logDensity(z, 0, 1) - posterior, within(1e-6));
  }

  @Test
  void theBoundIsTheLogarithmOfTheMeanWeight() {
    double[] logarithms = {Math.log(1), Math.log(3), Math.log(5), Math.log(7)};

    assertThat(new ImportanceWeights(2, 1).bound(logarithms, 0))
        .isCloseTo(Math.log(2), within(1e-12));
    assertThat(new ImportanceWeights(2, 1).bound(logarithms, 1))
        .isCloseTo(Math.log(6), within(1e-12));
  }

  @Test
  void normalisedWeightsAddUpToTheScaleEvenWhereExponentialsVanish() {
    float[] shares = new float[3];
    new ImportanceWeights(3, 1)
        .normalise(new double[] {-2000, -2000 + Math.log(2), -2000}, 1, 2f, shares);

    assertThat(shares).usingComparatorWithPrecision(1e-6f).containsExactly(0.5f, 1f, 0.5f);
  }

  private static double logDensity(double x, double mean, double variance) {
    double difference = x - mean;
    return -0.5 * (difference * difference / variance + Math.log(2 * Math.PI * variance));
  }
}
