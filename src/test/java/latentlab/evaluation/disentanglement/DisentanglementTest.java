package latentlab.evaluation.disentanglement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class DisentanglementTest {

  private static final int COUNT = 4000;
  private static final int FACTORS = KnownFactor.values().length;
  private static final int[][] LEVELS = levels();

  /** Each level equally often, and the factors independent of each other. */
  private static int[][] levels() {
    int[][] levels = new int[FACTORS][COUNT];
    RandomGenerator random = new Seed(1).generator();
    for (int i = 0; i < COUNT; i++) {
      for (int factor = 0; factor < FACTORS; factor++) {
        levels[factor][i] = random.nextInt(KnownFactor.LEVELS);
      }
    }
    return levels;
  }

  @Test
  void mutualInformationOfAKnownTable() {
    // P(0,0) = 1/2, P(0,1) = 0, P(1,0) = 1/4, P(1,1) = 1/4.
    int[] first = {0, 0, 1, 1};
    int[] second = {0, 0, 0, 1};
    double expected =
        0.5 * Math.log(0.5 / (0.5 * 0.75))
            + 0.25 * Math.log(0.25 / (0.5 * 0.75))
            + 0.25 * Math.log(0.25 / (0.5 * 0.25));

    assertThat(MutualInformation.of(first, 2, second, 2)).isCloseTo(expected, within(1e-12));
    assertThat(MutualInformation.entropy(second, 2))
        .isCloseTo(-(0.75 * Math.log(0.75) + 0.25 * Math.log(0.25)), within(1e-12));
    assertThat(MutualInformation.of(first, 2, new int[4], 1)).isZero();
  }

  @Test
  void aDimensionForEachFactorHasTheWholeGap() {
    LatentCodes codes = codes(FACTORS, (i, d) -> -3f + 0.5f * LEVELS[d][i]);

    assertThat(gaps(codes)).extractingByKey("mig", DOUBLE).isGreaterThan(0.97);
  }

  @Test
  void aFactorThatTwoDimensionsTellHasNoGap() {
    LatentCodes codes = codes(FACTORS + 1, (i, d) -> LEVELS[d % FACTORS][i]);
    Map<String, Double> gaps = gaps(codes);

    assertThat(gaps.get("mig_digit")).isCloseTo(0, within(1e-9));
    assertThat(gaps.get("mig_slant")).isGreaterThan(0.97);
    double others = (FACTORS - 1.0) / FACTORS;
    assertThat(gaps.get("mig")).isCloseTo(others, within(0.03));
  }

  @Test
  void codesThatKnowNothingHaveNoGap() {
    RandomGenerator random = new Seed(2).generator();

    assertThat(gaps(codes(3, (i, d) -> (float) random.nextGaussian())))
        .extractingByKey("mig", DOUBLE)
        .isBetween(0.0, 0.02);
    assertThat(gaps(codes(3, (i, d) -> 5f))).extractingByKey("mig", DOUBLE).isEqualTo(0.0);
  }

  /** The only dimension tells whether the digit is below 5: one bit of the entropy log 10. */
  @Test
  void aSingleDimensionIsComparedWithNone() {
    LatentCodes codes = codes(1, (i, d) -> LEVELS[0][i] < 5 ? -1f : 1f);

    assertThat(gaps(codes))
        .extractingByKey("mig_digit", DOUBLE)
        .isCloseTo(Math.log(2) / Math.log(10), within(0.005));
  }

  @Test
  void digitsAreDrawnAsTheirFactorsSay() {
    FactorDigits digits = FactorDigits.draw(300, new Seed(3), Progress.NONE, new Cancellation());
    FactorDigits fewer = FactorDigits.draw(20, new Seed(3), Progress.NONE, new Cancellation());

    assertThat(digits.images().imageBytes(17)).isEqualTo(fewer.images().imageBytes(17));
    double[] ink = new double[KnownFactor.LEVELS];
    int[] count = new int[KnownFactor.LEVELS];
    for (int i = 0; i < 300; i++) {
      assertThat(digits.images().label(i)).isEqualTo(levels(digits, KnownFactor.DIGIT)[i]);
      int thickness = levels(digits, KnownFactor.THICKNESS)[i];
      count[thickness]++;
      for (byte pixel : digits.images().imageBytes(i)) {
        ink[thickness] += Byte.toUnsignedInt(pixel);
      }
    }
    assertThat(count).doesNotContain(0);
    assertThat(ink[9] / count[9]).isGreaterThan(1.8 * ink[0] / count[0]);
  }

  @Test
  void refusesImagesOfAnotherSize() {
    assertThatThrownBy(() -> Disentanglement.check(new ImageShape(8, 8, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage("disentanglement is measured on digits of 28x28x1; the model expects 8x8x1");
  }

  private static Map<String, Double> gaps(LatentCodes codes) {
    return Disentanglement.gaps(codes, known());
  }

  private static Map<KnownFactor, int[]> known() {
    Map<KnownFactor, int[]> known = new EnumMap<>(KnownFactor.class);
    for (KnownFactor factor : KnownFactor.values()) {
      known.put(factor, LEVELS[known.size()]);
    }
    return known;
  }

  private static int[] levels(FactorDigits digits, KnownFactor factor) {
    return Objects.requireNonNull(digits.levels().get(factor));
  }

  private static LatentCodes codes(int size, CodeRule rule) {
    float[] values = new float[COUNT * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = rule.value(i / size, i % size);
    }
    return new LatentCodes(COUNT, size, values);
  }

  /** What a dimension of a code is. */
  @FunctionalInterface
  private interface CodeRule {
    float value(int image, int dimension);
  }
}
