package latentlab.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import latentlab.models.ImageClassifier.Features;
import latentlab.random.Seed;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.junit.jupiter.api.Test;

class FeatureGaussianTest {

  private static final int ROWS = 200;
  private static final int SIZE = 5;

  @Test
  void isZeroForTheSameFeaturesWhateverTheirParts() {
    float[][] rows = random(1);
    FeatureGaussian parts = new FeatureGaussian();
    for (int i = 0; i < ROWS; i += 50) {
      float[][] part = Arrays.copyOfRange(rows, i, i + 50);
      parts.add(features(part));
    }

    assertThat(parts.distance(gaussian(rows))).isCloseTo(0, within(1e-6));
  }

  @Test
  void ofMovedFeaturesIsTheSquaredLengthOfTheMove() {
    float[][] rows = random(1);
    float[][] moved = random(1);
    for (float[] row : moved) {
      row[0] += 3;
      row[4] -= 4;
    }

    assertThat(gaussian(rows).distance(gaussian(moved))).isCloseTo(25, within(1e-4));
  }

  /** C2 = s^2 C1, so that the distance is the mean's part and (s - 1)^2 tr C1. */
  @Test
  void ofScaledFeaturesFollowsTheClosedForm() {
    float[][] rows = random(1);
    float[][] scaled = random(1);
    for (float[] row : scaled) {
      for (int i = 0; i < SIZE; i++) {
        row[i] *= 3;
      }
    }
    double expected = 4 * covariance(rows).getTrace();
    for (int i = 0; i < SIZE; i++) {
      double mean = 0;
      for (float[] row : rows) {
        mean += row[i] / ROWS;
      }
      expected += 4 * mean * mean;
    }

    assertThat(gaussian(rows).distance(gaussian(scaled))).isCloseTo(expected, within(1e-4));
  }

  /** The eigenvalues of C1 C2 itself, by the general decomposition. */
  @Test
  void ofCovariancesThatDoNotCommuteIsThatByTheRootOfTheirProduct() {
    float[][] first = random(1);
    float[][] second = random(2);
    Array2DRowRealMatrix one = covariance(first);
    Array2DRowRealMatrix other = covariance(second);
    double expected = one.getTrace() + other.getTrace();
    for (double value : new EigenDecomposition(one.multiply(other)).getRealEigenvalues()) {
      expected -= 2 * Math.sqrt(value);
    }
    for (int i = 0; i < SIZE; i++) {
      double difference = 0;
      for (int r = 0; r < ROWS; r++) {
        difference += ((double) first[r][i] - second[r][i]) / ROWS;
      }
      expected += difference * difference;
    }

    assertThat(expected).isGreaterThan(0.1);
    assertThat(gaussian(first).distance(gaussian(second))).isCloseTo(expected, within(1e-6));
    assertThat(gaussian(second).distance(gaussian(first))).isCloseTo(expected, within(1e-6));
  }

  @Test
  void featuresThatNeverChangeDoNoHarm() {
    float[][] rows = random(1);
    float[][] still = random(1);
    for (int r = 0; r < ROWS; r++) {
      rows[r][2] = 0;
      still[r] = new float[] {1, 1, 0, 1, 1};
    }

    assertThat(gaussian(rows).distance(gaussian(rows))).isCloseTo(0, within(1e-6));
    assertThat(gaussian(still).distance(gaussian(still))).isCloseTo(0, within(1e-9));
    assertThat(gaussian(rows).distance(gaussian(still)))
        .isGreaterThan(covariance(rows).getTrace() - 1e-6);
  }

  @Test
  void needsTwoRows() {
    FeatureGaussian one = gaussian(new float[][] {{1, 2, 3, 4, 5}});

    assertThatThrownBy(() -> gaussian(random(1)).distance(one))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("at least 2");
  }

  private static float[][] random(long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[][] mixing = new float[SIZE][SIZE];
    for (float[] row : mixing) {
      for (int i = 0; i < SIZE; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    float[][] rows = new float[ROWS][SIZE];
    for (float[] row : rows) {
      for (int i = 0; i < SIZE; i++) {
        double source = random.nextGaussian();
        for (int j = 0; j < SIZE; j++) {
          row[j] += (float) (source * mixing[i][j]);
        }
      }
    }
    return rows;
  }

  private static FeatureGaussian gaussian(float[][] rows) {
    FeatureGaussian gaussian = new FeatureGaussian();
    gaussian.add(features(rows));
    return gaussian;
  }

  private static Features features(float[][] rows) {
    float[] values = new float[rows.length * SIZE];
    for (int r = 0; r < rows.length; r++) {
      System.arraycopy(rows[r], 0, values, r * SIZE, SIZE);
    }
    return new Features(rows.length, SIZE, values);
  }

  private static Array2DRowRealMatrix covariance(float[][] rows) {
    double[][] values = new double[rows.length][SIZE];
    for (int r = 0; r < rows.length; r++) {
      for (int i = 0; i < SIZE; i++) {
        values[r][i] = rows[r][i];
      }
    }
    return new Array2DRowRealMatrix(new Covariance(values).getCovarianceMatrix().getData(), false);
  }
}
