package latentlab.engine.losses;

import static latentlab.engine.losses.Batches.assertGradient;
import static latentlab.engine.losses.Batches.gaussians;
import static latentlab.engine.losses.Batches.matrix;
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

class SquaredErrorTest {

  private final SquaredError loss = new SquaredError();

  @ParameterizedTest
  @CsvSource({"1, 1", "3, 5", "70, 13", "5, 2048", "3, 5000", "40, 2100", "300, 1"})
  void equalsTheNaiveSumForAnyShape(int rows, int columns) {
    float[] predictions = gaussians(1, rows * columns, 2);
    float[] targets = gaussians(2, rows * columns, 1);
    float[] weights = gaussians(3, rows, 1);
    double plain = naive(widened(predictions), targets, ones(rows));
    double weighted = naive(widened(predictions), targets, weights);
    Matrix unchanged = matrix(rows, columns, predictions);

    assertThat(loss.loss(unchanged, targets)).isCloseTo(plain, within(1e-6 * plain));
    assertThat(loss.loss(unchanged, targets, weights)).isCloseTo(weighted, within(1e-6 * plain));
    assertThat(values(unchanged)).containsExactly(predictions);
    assertThat(loss.lossAndGradient(matrix(rows, columns, predictions), targets, 3f))
        .isCloseTo(plain, within(1e-6 * plain));
    assertThat(loss.lossAndGradient(matrix(rows, columns, predictions), targets, weights, 3f))
        .isCloseTo(weighted, within(1e-6 * plain));
  }

  @Test
  void gradientEqualsCentralDifferences() {
    float[] predictions = gaussians(1, 70, 2);
    float[] targets = gaussians(2, 70, 1);
    Matrix memory = matrix(10, 7, predictions);

    loss.lossAndGradient(memory, targets, 0.25f);

    assertGradient(memory, predictions, 0.25, x -> naive(x, targets, ones(10)));
  }

  @Test
  void weightedGradientEqualsCentralDifferences() {
    float[] predictions = gaussians(1, 70, 2);
    float[] targets = gaussians(2, 70, 1);
    float[] weights = {0f, 1f, 5f, 0.1f, 2f, 1f, 3f, 0.7f, 0.3f, 1.5f};
    Matrix memory = matrix(10, 7, predictions);

    loss.lossAndGradient(memory, targets, weights, 0.25f);

    assertGradient(memory, predictions, 0.25, x -> naive(x, targets, weights));
  }

  @Test
  void gradientReachesEveryBlock() {
    int columns = 5000;
    float[] predictions = gaussians(1, 2 * columns, 1);
    float[] targets = gaussians(2, 2 * columns, 1);
    float[] weights = {2f, 3f};
    Matrix plain = matrix(2, columns, predictions);
    Matrix weighted = matrix(2, columns, predictions);

    loss.lossAndGradient(plain, targets, 1f);
    loss.lossAndGradient(weighted, targets, weights, 1f);

    for (int i = 0; i < predictions.length; i++) {
      float difference = predictions[i] - targets[i];
      assertThat(values(plain)[i]).isEqualTo(2 * difference);
      assertThat(values(weighted)[i])
          .isCloseTo(2 * weights[i / columns] * difference, within(1e-5f));
    }
  }

  @Test
  void doesNotHideNaN() {
    Matrix memory = matrix(1, 2, Float.NaN, 1f);

    assertThat(loss.lossAndGradient(memory, new float[] {0f, 0f}, 1f)).isNaN();
    assertThat(values(memory)).containsExactly(Float.NaN, 2f);
  }

  @Test
  void refusesTargetsOrWeightsOfAnotherSize() {
    Matrix memory = matrix(2, 3, 1f, 2f, 3f, 4f, 5f, 6f);

    assertThatThrownBy(() -> loss.lossAndGradient(memory, new float[5], 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an output of [2, 3] needs 6 targets, not 5");
    assertThatThrownBy(() -> loss.loss(memory, new float[7]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("6 targets");
    assertThatThrownBy(() -> loss.lossAndGradient(memory, new float[6], new float[3], 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("2 row weights, not 3");
    assertThatThrownBy(() -> loss.loss(memory, new float[6], new float[0]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(values(memory)).containsExactly(1f, 2f, 3f, 4f, 5f, 6f);
  }

  private static double naive(double[] predictions, float[] targets, float[] weights) {
    int columns = predictions.length / weights.length;
    double sum = 0;
    for (int i = 0; i < predictions.length; i++) {
      sum += weights[i / columns] * Math.pow(predictions[i] - targets[i], 2);
    }
    return sum;
  }

  private static float[] ones(int rows) {
    float[] ones = new float[rows];
    Arrays.fill(ones, 1f);
    return ones;
  }
}
