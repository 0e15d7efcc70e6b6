package latentlab.engine.losses;

import static latentlab.engine.losses.Batches.assertGradient;
import static latentlab.engine.losses.Batches.gaussians;
import static latentlab.engine.losses.Batches.matrix;
import static latentlab.engine.losses.Batches.values;
import static latentlab.engine.losses.Batches.widened;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxCrossEntropyTest {

  @ParameterizedTest
  @CsvSource({"1, 2, 0", "7, 10, 0", "130, 10, 0.1", "9, 600, 0", "3, 600, 0.2", "5, 1, 0.3"})
  void equalsTheLogOfTheProbabilities(int rows, int classes, double smoothing) {
    float[] logits = gaussians(1, rows * classes, 4);
    int[] labels = labels(rows, classes);
    double expected = naive(widened(logits), labels, smoothing);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(classes, smoothing);
    Matrix unchanged = matrix(rows, classes, logits);

    assertThat(loss.loss(unchanged, labels)).isCloseTo(expected, within(1e-6 * expected));
    assertThat(values(unchanged)).containsExactly(logits);
    assertThat(loss.lossAndGradient(matrix(rows, classes, logits), labels, 5f))
        .isCloseTo(expected, within(1e-6 * expected));
  }

  @ParameterizedTest
  @CsvSource({"70, 10, 0", "70, 10, 0.1", "3, 600, 0", "3, 600, 0.2"})
  void gradientEqualsCentralDifferences(int rows, int classes, double smoothing) {
    float[] logits = gaussians(1, rows * classes, 2);
    int[] labels = labels(rows, classes);
    Matrix memory = matrix(rows, classes, logits);

    new SoftmaxCrossEntropy(classes, smoothing).lossAndGradient(memory, labels, 0.25f);

    assertGradient(memory, logits, 0.25, x -> naive(x, labels, smoothing));
  }

  @Test
  void equalLogitsCostTheLogarithmOfTheNumberOfClasses() {
    assertThat(new SoftmaxCrossEntropy(10).loss(matrix(1, 10, new float[10]), new int[] {4}))
        .isCloseTo(Math.log(10), within(1e-7));
  }

  @Test
  void isFiniteAndExactForHugeLogits() {
    Matrix memory = matrix(2, 3, 1e4f, -1e4f, 0f, 1e30f, 0f, -1e30f);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(3);

    assertThat(loss.lossAndGradient(memory, new int[] {1, 0}, 1f)).isEqualTo(2e4);
    assertThat(values(memory)).containsExactly(new float[] {1, -1, 0, 0, 0, 0}, within(1e-30f));
  }

  @Test
  void keepsTheGradientAtALabelThatIsNearlyCertain() {
    Matrix memory = matrix(1, 2, 20f, 0f);

    double value = new SoftmaxCrossEntropy(2).lossAndGradient(memory, new int[] {0}, 1f);

    double rest = Math.exp(-20);
    assertThat(value).isCloseTo(rest, within(1e-5 * rest));
    assertThat((double) values(memory)[0]).isCloseTo(-rest, within(1e-5 * rest));
  }

  @Test
  void aLogitOfMinusInfinityRulesAClassOut() {
    Matrix memory = matrix(1, 3, 0f, Float.NEGATIVE_INFINITY, 0f);

    double value = new SoftmaxCrossEntropy(3).lossAndGradient(memory, new int[] {2}, 1f);

    assertThat(value).isCloseTo(Math.log(2), within(1e-6));
    assertThat(values(memory)).containsExactly(new float[] {0.5f, 0f, -0.5f}, within(1e-6f));
  }

  @Test
  void probabilitiesAreTheSoftmax() {
    float[] logits = gaussians(1, 130 * 10, 4);
    float[] probabilities = new float[1303];

    new SoftmaxCrossEntropy(10).probabilities(matrix(130, 10, logits), probabilities, 3);

    double[] wide = widened(logits);
    for (int i = 0; i < logits.length; i++) {
      double expected = Math.exp(wide[i]) / total(wide, i / 10, 10);
      assertThat((double) probabilities[3 + i]).isCloseTo(expected, within(1e-6));
    }
  }

  @Test
  void predictsTheFirstClassWithTheLargestLogit() {
    int[] predicted = new int[5];
    Matrix logits = matrix(3, 3, 1f, 2f, 0f, 5f, 5f, 1f, 9f, Float.NaN, Float.NaN);

    new SoftmaxCrossEntropy(3).predictedClasses(logits, predicted, 2);

    assertThat(predicted).containsExactly(0, 0, 1, 0, 1);
  }

  @Test
  void predictsRowsOfEveryBlock() {
    float[] logits = gaussians(4, 130 * 10, 1);
    int[] predicted = new int[130];

    new SoftmaxCrossEntropy(10).predictedClasses(matrix(130, 10, logits), predicted, 0);

    for (int r = 0; r < 130; r++) {
      for (int c = 0; c < 10; c++) {
        assertThat(logits[r * 10 + predicted[r]]).isGreaterThanOrEqualTo(logits[r * 10 + c]);
      }
    }
  }

  @Test
  void doesNotHideNaN() {
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(2);
    Matrix memory = matrix(2, 2, 1f, Float.NaN, 0f, 0f);

    assertThat(loss.lossAndGradient(memory, new int[] {0, 0}, 1f)).isNaN();
    assertThat(values(memory)).containsExactly(Float.NaN, Float.NaN, -0.5f, 0.5f);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 3, Integer.MAX_VALUE})
  void refusesALabelThatIsNoClassAndLeavesTheLogits(int label) {
    Matrix memory = matrix(2, 3, 1f, 2f, 3f, 4f, 5f, 6f);
    SoftmaxCrossEntropy loss = new SoftmaxCrossEntropy(3);

    assertThatThrownBy(() -> loss.lossAndGradient(memory, new int[] {0, label}, 1f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label " + label + " of row 1 is not from 0 to 2");
    assertThat(values(memory)).containsExactly(1f, 2f, 3f, 4f, 5f, 6f);
  }

  @Test
  void refusesSizesThatDoNotFit() {
    Matrix memory = matrix(2, 3, new float[6]);
    SoftmaxCrossEntropy three = new SoftmaxCrossEntropy(3);

    assertThatThrownBy(() -> three.loss(memory, new int[3]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 2 labels, not 3");
    assertThatThrownBy(() -> three.loss(memory, new int[0]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("needs 2 labels, not 0");
    assertThatThrownBy(() -> new SoftmaxCrossEntropy(4).loss(memory, new int[2]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("logits must be [rows, 4], not [2, 3]");
    assertThatThrownBy(() -> three.probabilities(memory, new float[6], 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("6 values from index 1 do not fit into 6");
    assertThatThrownBy(() -> three.predictedClasses(memory, new int[2], -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesSettingsOutsideTheirRange() {
    assertThatThrownBy(() -> new SoftmaxCrossEntropy(0))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("not 0");
    for (double smoothing : new double[] {-0.1, 1, Double.NaN}) {
      assertThatThrownBy(() -> new SoftmaxCrossEntropy(3, smoothing))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("not " + smoothing);
    }
  }

  private static double naive(double[] logits, int[] labels, double smoothing) {
    int classes = logits.length / labels.length;
    double sum = 0;
    for (int r = 0; r < labels.length; r++) {
      double total = total(logits, r, classes);
      for (int c = 0; c < classes; c++) {
        double wanted = (labels[r] == c ? 1 - smoothing : 0) + smoothing / classes;
        sum -= wanted * Math.log(Math.exp(logits[r * classes + c]) / total);
      }
    }
    return sum;
  }

  private static double total(double[] logits, int row, int classes) {
    double total = 0;
    for (int c = 0; c < classes; c++) {
      total += Math.exp(logits[row * classes + c]);
    }
    return total;
  }

  private static int[] labels(int rows, int classes) {
    RandomGenerator random = new Seed(7).generator();
    return random.ints(rows, 0, classes).toArray();
  }
}
