package latentlab.engine.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GaussianLikelihoodTest {

  private static final int ROWS = 17;
  private static final int COLUMNS = 9;

  private final float[] means = values(1);
  private final float[] targets = values(2);

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.75, 1, 20})
  void equalsTheLogOfTheDensity(double sigma) {
    GaussianLikelihood likelihood = new GaussianLikelihood(sigma);
    double expected = 0;
    double size = 0;
    for (int i = 0; i < means.length; i++) {
      double logDensity = logDensity(means[i], targets[i], sigma);
      expected -= logDensity;
      size += Math.abs(logDensity);
    }

    assertThat(likelihood.negativeLogLikelihood(matrix(means), targets))
        .isCloseTo(expected, within(1e-6 * size));
    assertThat(likelihood.lossAndGradient(matrix(means), targets, 0.5f))
        .isCloseTo(expected, within(1e-6 * size));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.75, 1, 20})
  void gradientEqualsCentralDifferences(double sigma) {
    Matrix memory = matrix(means);

    new GaussianLikelihood(sigma).lossAndGradient(memory, targets, 0.5f);

    float[] gradient = new float[means.length];
    memory.copyTo(gradient);
    double h = 1e-3 * sigma;
    for (int i = 0; i < means.length; i++) {
      double above = logDensity(means[i] + h, targets[i], sigma);
      double below = logDensity(means[i] - h, targets[i], sigma);
      double slope = -0.5 * (above - below) / (2 * h);
      assertThat((double) gradient[i]).isCloseTo(slope, within(1e-4 * Math.abs(slope) + 1e-9));
    }
  }

  @Test
  void aGaussianAtItsMeanCostsOnlyTheConstant() {
    double constant = 0.5 * Math.log(2 * Math.PI * 0.01);

    assertThat(new GaussianLikelihood(0.1).negativeLogLikelihood(matrix(means), means))
        .isCloseTo(means.length * constant, within(1e-9));
  }

  @Test
  void doesNotHideNaN() {
    means[3] = Float.NaN;

    assertThat(new GaussianLikelihood(1).negativeLogLikelihood(matrix(means), targets)).isNaN();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, 1e-7, 1e7, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesAStandardDeviationThatFloatsCannotServe(double sigma) {
    assertThatThrownBy(() -> new GaussianLikelihood(sigma))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not " + sigma);
  }

  @Test
  void refusesTargetsOfAnotherSize() {
    GaussianLikelihood likelihood = new GaussianLikelihood(1);
    Matrix memory = matrix(means);

    assertThatThrownBy(() -> likelihood.lossAndGradient(memory, new float[ROWS], 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("153 targets")
        .hasMessageContaining("not 17");
  }

  private static double logDensity(double mean, double x, double sigma) {
    double distance = (x - mean) / sigma;
    return Math.log(1 / (sigma * Math.sqrt(2 * Math.PI))) - 0.5 * distance * distance;
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = Matrix.allocate(ROWS, COLUMNS);
    matrix.copyFrom(values);
    return matrix;
  }

  private static float[] values(long seed) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian();
    }
    return values;
  }
}
