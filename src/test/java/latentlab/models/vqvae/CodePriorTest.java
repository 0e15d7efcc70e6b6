package latentlab.models.vqvae;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Pass;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class CodePriorTest {

  private static final int CODES = 7;
  private static final int PLACES = 6;
  private static final int CLASSES = 3;
  private static final int ROWS = 4;
  private static final int[] LABELS = {0, 2, 1, 2};

  @Test
  void aCodeChangesTheLogitsOfTheLaterPlacesAlone() {
    try (CodePrior prior = trained(CLASSES)) {
      int[] codes = SmallVqVae.numbers(ROWS * PLACES, CODES, 2);
      float[] before = logits(prior, codes, LABELS);
      int changed = 2;
      codes[changed] = (codes[changed] + 1) % CODES;
      float[] after = logits(prior, codes, LABELS);

      int same = (changed + 1) * CODES;
      assertThat(Arrays.copyOf(after, same)).isEqualTo(Arrays.copyOf(before, same));
      for (int place = changed + 1; place < PLACES; place++) {
        assertThat(Arrays.copyOfRange(after, place * CODES, (place + 1) * CODES))
            .isNotEqualTo(Arrays.copyOfRange(before, place * CODES, (place + 1) * CODES));
      }
      assertThat(Arrays.copyOfRange(after, PLACES * CODES, after.length))
          .isEqualTo(Arrays.copyOfRange(before, PLACES * CODES, before.length));
    }
  }

  @Test
  void theClassChangesTheLogitsOfEveryPlace() {
    try (CodePrior prior = trained(CLASSES)) {
      int[] codes = SmallVqVae.numbers(ROWS * PLACES, CODES, 2);
      float[] before = logits(prior, codes, LABELS);
      float[] after = logits(prior, codes, new int[] {1, 2, 1, 2});

      for (int place = 0; place < PLACES; place++) {
        assertThat(Arrays.copyOfRange(after, place * CODES, (place + 1) * CODES))
            .isNotEqualTo(Arrays.copyOfRange(before, place * CODES, (place + 1) * CODES));
      }
    }
  }

  @Test
  void theLossIsTheNegativeLogarithmOfTheProductOfTheConditionals() {
    try (CodePrior prior = trained(0)) {
      int[] codes = SmallVqVae.numbers(ROWS * PLACES, CODES, 3);
      float[] logits = logits(prior, codes, new int[0]);
      double expected = 0;
      for (int i = 0; i < codes.length; i++) {
        double sum = 0;
        for (int k = 0; k < CODES; k++) {
          sum += Math.exp(logits[i * CODES + k]);
        }
        expected -= logits[i * CODES + codes[i]] - Math.log(sum);
      }

      assertThat(prior.loss(codes, new int[0])).isCloseTo(expected / ROWS, within(1e-4));
      assertThat(prior.computeGradients(codes, new int[0]))
          .isCloseTo(expected / ROWS, within(1e-4));
    }
  }

  @Test
  void placeAfterPlaceGivesTheLogitsOfTheWholeNetwork() {
    for (int classes : new int[] {0, CLASSES}) {
      try (CodePrior prior = trained(classes);
          StepwisePrior stepwise =
              new StepwisePrior(prior.architecture(), prior.network().weights(), ROWS)) {
        int[] codes = SmallVqVae.numbers(ROWS * PLACES, CODES, 4);
        float[] whole = logits(prior, codes, LABELS);
        float[] logits = new float[ROWS * CODES];
        for (int repeated = 0; repeated < 2; repeated++) {
          for (int place = 0; place < PLACES; place++) {
            stepwise.step(place, codes, LABELS, logits);
            for (int i = 0; i < logits.length; i++) {
              int row = i / CODES;
              float expected = whole[(row * PLACES + place) * CODES + i % CODES];
              assertThat(logits[i]).isCloseTo(expected, within(1e-4f));
            }
          }
        }
      }
    }
  }

  @Test
  void samplesFollowWhatThePriorHasLearnt() {
    int[] grid = {3, 1, 4, 1, 5, 6};
    try (CodePrior prior = prior(0)) {
      for (int i = 0; i < 150; i++) {
        prior.computeGradients(grid, new int[0]);
        prior.network().update();
      }

      int[] drawn = new CodeSampler(prior).sample(2, new int[0], 0.5, new Seed(1));

      assertThat(drawn).containsExactly(3, 1, 4, 1, 5, 6, 3, 1, 4, 1, 5, 6);
    }
  }

  @Test
  void frequenciesOfTheFirstCodeAreItsProbabilities() {
    try (CodePrior prior = trained(0)) {
      float[] logits = logits(prior, new int[PLACES], new int[0]);
      double sum = 0;
      for (int k = 0; k < CODES; k++) {
        sum += Math.exp(logits[k]);
      }
      int count = 4000;
      int[] drawn = new CodeSampler(prior).sample(count, new int[0], 1, new Seed(2));
      for (int k = 0; k < CODES; k++) {
        int times = 0;
        for (int i = 0; i < count; i++) {
          times += drawn[i * PLACES] == k ? 1 : 0;
        }
        assertThat((double) times / count).isCloseTo(Math.exp(logits[k]) / sum, within(0.035));
      }
    }
  }

  @Test
  void refusesABatchWithoutLabelsIfItNeedsThem() {
    try (CodePrior prior = prior(CLASSES)) {
      assertThatThrownBy(() -> prior.loss(new int[PLACES], new int[0]))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> prior.computeGradients(new int[PLACES], new int[0]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("1 labels");
    }
  }

  private static CodePrior prior(int classes) {
    return new CodePrior(new PriorArchitecture(CODES, PLACES, classes, 8, 2), 0.01, new Seed(1));
  }

  /** After a few steps no weight is zero any more. */
  private static CodePrior trained(int classes) {
    CodePrior prior = prior(classes);
    for (int i = 0; i < 20; i++) {
      prior.computeGradients(SmallVqVae.numbers(ROWS * PLACES, CODES, i), LABELS);
      prior.network().update();
    }
    return prior;
  }

  private static float[] logits(CodePrior prior, int[] codes, int[] labels) {
    Matrix logits = prior.forward(codes, labels, Pass.INFERENCE);
    float[] values = new float[logits.rows() * logits.columns()];
    logits.copyTo(values);
    return values;
  }
}
