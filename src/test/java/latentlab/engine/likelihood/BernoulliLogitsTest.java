package latentlab.engine.likelihood;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import latentlab.engine.kernels.Matrix;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class BernoulliLogitsTest {

  private static final int ROWS = 70;
  private static final int COLUMNS = 13;

  private final float[] logits = values(1, 4);
  private final float[] targets = targets();
  private final BernoulliLogits likelihood = new BernoulliLogits(COLUMNS);

  @Test
  void equalsTheLogOfTheProbabilities() {
    double expected = 0;
    for (int i = 0; i < logits.length; i++) {
      double p = 1 / (1 + Math.exp(-(double) logits[i]));
      expected -= targets[i] * Math.log(p) + (1 - (double) targets[i]) * Math.log(1 - p);
    }

    assertThat(likelihood.negativeLogLikelihood(matrix(logits), targets))
        .isCloseTo(expected, within(1e-6 * expected));
    assertThat(likelihood.lossAndGradient(matrix(logits), targets, 1f))
        .isCloseTo(expected, within(1e-6 * expected));
  }

  @Test
  void gradientEqualsCentralDifferences() {
    float scale = 0.25f;
    Matrix memory = matrix(logits);
    likelihood.lossAndGradient(memory, targets, scale);
    float[] gradient = new float[logits.length];
    memory.copyTo(gradient);

    for (int i = 0; i < logits.length; i++) {
      double h = 1e-5;
      double slope = (loss(logits[i] + h, targets[i]) - loss(logits[i] - h, targets[i])) / (2 * h);
      assertThat((double) gradient[i]).isCloseTo(scale * slope, within(1e-6));
    }
  }

  @Test
  void isFiniteAndExactForHugeLogits() {
    BernoulliLogits pair = new BernoulliLogits(4);
    Matrix memory = Matrix.allocate(1, 4);
    memory.copyFrom(new float[] {200f, -200f, 1e4f, -1e4f});
    float[] wrong = {0f, 1f, 1f, 0f};

    assertThat(pair.lossAndGradient(memory, wrong, 1f)).isCloseTo(400.0, within(1e-3));

    float[] gradient = new float[4];
    memory.copyTo(gradient);
    assertThat(gradient).containsExactly(new float[] {1f, -1f, 0f, 0f}, within(1e-6f));
  }

  @Test
  void doesNotHideNaN() {
    BernoulliLogits single = new BernoulliLogits(1);
    Matrix memory = Matrix.allocate(1, 1);
    memory.copyFrom(new float[] {Float.NaN});

    assertThat(single.negativeLogLikelihood(memory, new float[] {0.5f})).isNaN();
  }

  @Test
  void probabilitiesAreTheLogisticFunction() {
    float[] probabilities = new float[logits.length + 3];

    likelihood.probabilities(matrix(logits), probabilities, 3);

    for (int i = 0; i < logits.length; i++) {
      assertThat((double) probabilities[3 + i])
          .isCloseTo(1 / (1 + Math.exp(-(double) logits[i])), within(1e-6));
    }
  }

  private static double loss(double logit, double target) {
    return Math.log1p(Math.exp(logit)) - logit * target;
  }

  private static Matrix matrix(float[] values) {
    Matrix matrix = Matrix.allocate(ROWS, COLUMNS);
    matrix.copyFrom(values);
    return matrix;
  }

  private static float[] values(long seed, double spread) {
    RandomGenerator random = new Seed(seed).generator();
    float[] values = new float[ROWS * COLUMNS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) (spread * random.nextGaussian());
    }
    return values;
  }

  private static float[] targets() {
    RandomGenerator random = new Seed(2).generator();
    float[] targets = new float[ROWS * COLUMNS];
    for (int i = 0; i < targets.length; i++) {
      targets[i] = i % 3 == 0 ? 0f : i % 3 == 1 ? 1f : random.nextFloat();
    }
    return targets;
  }
}
