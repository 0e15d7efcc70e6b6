package latentlab.engine.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class DiagonalGaussianTest {

  private static final int ROWS = 3;
  private static final DiagonalGaussian GAUSSIAN = new DiagonalGaussian(2);

  /** Rows of mean, mean, log-variance, log-variance. */
  private static final float[] PARAMETERS = {
    0f, 0f, 0f, 0f, 1f, -2f, 0.5f, -1f, 0.3f, 0.1f, -3f, 1f
  };

  @Test
  void theStandardNormalHasNoDivergenceFromItself() {
    assertThat(GAUSSIAN.divergence(PARAMETERS, 1)).isZero();
  }

  @Test
  void theDivergencesOfTheDimensionsAddUpToTheWhole() {
    double[] sums = {10, 20};
    GAUSSIAN.addDivergences(PARAMETERS, ROWS, sums);
    assertThat(sums[0] - 10 + sums[1] - 20)
        .isCloseTo(GAUSSIAN.divergence(PARAMETERS, ROWS), within(1e-9));
    // The first dimension: means 0, 1 and 0.3 with log-variances 0, 0.5 and -3.
    double first = 1 + Math.exp(0.5) - 1.5 + 0.09 + Math.exp(-3) - 1 + 3;
    assertThat(sums[0] - 10).isCloseTo(first / 2, within(1e-6));
  }

  @Test
  void copiesTheMeansAlone() {
    float[] target = new float[7];
    GAUSSIAN.means(PARAMETERS, ROWS, target, 1);
    assertThat(target).containsExactly(0, 0, 0, 1, -2, 0.3f, 0.1f);
  }

  @Test
  void theDivergenceEqualsItsMonteCarloEstimate() {
    float[] row = {1f, -2f, 0.5f, -1f};
    RandomGenerator random = new Seed(1).generator();
    float[] noise = new float[2];
    float[] draw = new float[2];
    int draws = 400_000;
    double sum = 0;
    for (int i = 0; i < draws; i++) {
      GAUSSIAN.draw(row, 1, random, noise, draw);
      for (int j = 0; j < 2; j++) {
        double logVariance = row[2 + j];
        double logDensity = -0.5 * (logVariance + noise[j] * noise[j] / Math.exp(logVariance));
        double logPrior = -0.5 * draw[j] * draw[j];
        sum += logDensity - logPrior;
      }
    }

    assertThat(sum / draws).isCloseTo(GAUSSIAN.divergence(row, 1), within(0.02));
  }

  @Test
  void drawsHaveTheMeanAndVarianceAskedFor() {
    float[] row = {1f, -2f, 0.5f, -1f};
    RandomGenerator random = new Seed(2).generator();
    float[] noise = new float[2];
    float[] draw = new float[2];
    int draws = 200_000;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < draws; i++) {
      GAUSSIAN.draw(row, 1, random, noise, draw);
      sum += draw[1];
      squares += (draw[1] + 2.0) * (draw[1] + 2.0);
    }

    assertThat(sum / draws).isCloseTo(-2.0, within(0.01));
    assertThat(squares / draws).isCloseTo(Math.exp(-1), within(0.01));
  }

  @Test
  void theGradientEqualsCentralDifferences() {
    float weight = 0.7f;
    float[] pull = {0.3f, -1.2f, 0.4f, 2f, -0.6f, 0.9f};
    float[] noise = new float[pull.length];
    float[] draws = new float[pull.length];
    GAUSSIAN.draw(PARAMETERS, ROWS, new Seed(3).generator(), noise, draws);
    float[] gradient = new float[PARAMETERS.length];

    GAUSSIAN.gradient(PARAMETERS, ROWS, noise, pull, weight, gradient);

    float h = 1e-2f;
    for (int i = 0; i < PARAMETERS.length; i++) {
      double slope = (loss(i, h, pull, weight) - loss(i, -h, pull, weight)) / (2 * h);
      assertThat((double) gradient[i]).as("parameter %d", i).isCloseTo(slope, within(2e-3));
    }
  }

  /** pull . z + weight * KL, with parameter i moved and the same noise each time. */
  private static double loss(int i, float shift, float[] pull, float weight) {
    float[] moved = PARAMETERS.clone();
    moved[i] += shift;
    float[] noise = new float[pull.length];
    float[] draws = new float[pull.length];
    GAUSSIAN.draw(moved, ROWS, new Seed(3).generator(), noise, draws);
    double sum = weight * GAUSSIAN.divergence(moved, ROWS);
    for (int j = 0; j < draws.length; j++) {
      sum += (double) pull[j] * draws[j];
    }
    return sum;
  }
}
