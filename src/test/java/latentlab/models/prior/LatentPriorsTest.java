package latentlab.models.prior;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import latentlab.failure.InvalidInputException;
import latentlab.models.LatentCodes;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LatentPriorsTest {

  private static final Seed SEED = new Seed(3);

  @Test
  void givesTheStandardNormalDensity() {
    LatentPrior prior = fit(settings(PriorKind.STANDARD, 1), blobs(50, 2, 3));
    assertThat(prior.logDensity(LatentCodes.of(1, 2))[0])
        .isCloseTo(-2.5 - Math.log(2 * Math.PI), within(1e-12));
    assertThat(prior.weights().byName()).isEmpty();
  }

  /** Against the formula with the covariance's inverse written out for two dimensions. */
  @Test
  void givesTheDensityOfTheCodesOwnGaussian() {
    LatentCodes codes = new LatentCodes(4, 2, new float[] {0, 0, 2, 1, 4, 5, 6, 2});
    LatentPrior prior = fit(settings(PriorKind.GAUSSIAN, 1), codes);
    double a = 5; // Variances and covariance of the four, by hand.
    double b = 3.5;
    double c = 2.5;
    double determinant = a * b - c * c;
    double dx = 1 - 3;
    double dy = 3 - 2;
    double square = (b * dx * dx - 2 * c * dx * dy + a * dy * dy) / determinant;
    double expected = -0.5 * (square + Math.log(determinant)) - Math.log(2 * Math.PI);
    assertThat(prior.logDensity(LatentCodes.of(1, 3))[0]).isCloseTo(expected, within(1e-5));
  }

  @Test
  void drawsWithTheMomentsOfTheCodes() {
    LatentCodes codes = blobs(4000, 3, 2);
    for (PriorKind kind : List.of(PriorKind.GAUSSIAN, PriorKind.MIXTURE)) {
      LatentCodes drawn = fit(settings(kind, 2), codes).sample(20_000, SEED);
      double[] expected = moments(codes);
      double[] found = moments(drawn);
      for (int i = 0; i < expected.length; i++) {
        assertThat(found[i]).as(kind + " " + i).isCloseTo(expected[i], within(0.06));
      }
    }
  }

  @Test
  void findsTwoBlobs() {
    LatentCodes codes = blobs(2000, 2, 5);
    LatentPrior prior = fit(settings(PriorKind.MIXTURE, 2), codes);
    float[] means = prior.weights().get("mean").values();
    int right = means[0] > 0 ? 0 : 1;
    assertThat(means[2 * right]).isCloseTo(5, within(0.05f));
    assertThat(means[2 * (1 - right)]).isCloseTo(-5, within(0.05f));
    assertThat(prior.weights().get("weight").values()[right]).isCloseTo(0.5f, within(0.03f));
    float[] factor = prior.weights().get("factor").values();
    assertThat(factor[4 * right]).isCloseTo(0.5f, within(0.03f));
    assertThat(factor[4 * right + 3]).isCloseTo(0.5f, within(0.03f));
    double half = Math.log(0.5) - Math.log(2 * Math.PI * 0.25);
    assertThat(prior.logDensity(LatentCodes.of(5, 0))[0]).isCloseTo(half, within(0.1));
  }

  /** The mean log density of draws is minus the entropy, known for a Gaussian. */
  @Test
  void giveDrawsTheDensityThatTheyHave() {
    LatentPrior prior = fit(settings(PriorKind.GAUSSIAN, 1), blobs(3000, 2, 0));
    double entropy = 1 + Math.log(2 * Math.PI) + 2 * Math.log(0.5);
    double mean = Arrays.stream(prior.logDensity(prior.sample(20_000, SEED))).average().orElse(0);
    assertThat(mean).isCloseTo(-entropy, within(0.05));
  }

  @Test
  void survivesMoreComponentsThanThereAreDistinctCodes() {
    float[] values = new float[40];
    for (int i = 0; i < 20; i++) {
      values[2 * i] = i % 3;
      values[2 * i + 1] = i % 3 == 2 ? 1 : 0;
    }
    LatentPrior prior = fit(settings(PriorKind.MIXTURE, 10), new LatentCodes(20, 2, values));
    assertThat(prior.logDensity(LatentCodes.of(1, 0))[0]).isFinite().isPositive();
    assertThat(prior.sample(5, SEED).values()).doesNotContain(Float.NaN);
  }

  @ParameterizedTest
  @EnumSource(PriorKind.class)
  void survivesADimensionWithoutVariance(PriorKind kind) {
    LatentCodes codes = blobs(300, 3, 2);
    for (int i = 0; i < codes.count(); i++) {
      codes.values()[3 * i + 1] = 0.25f;
    }
    LatentCodes drawn = fit(settings(kind, 2), codes).sample(100, SEED);
    if (kind != PriorKind.STANDARD) {
      for (int i = 0; i < 100; i++) {
        assertThat(drawn.values()[3 * i + 1]).isCloseTo(0.25f, within(0.05f));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(PriorKind.class)
  void drawsEachCodeByTheSeedAndItsPlaceAlone(PriorKind kind) {
    LatentPrior prior = fit(settings(kind, 3), blobs(200, 4, 2));
    LatentCodes many = prior.sample(7, SEED);
    assertThat(prior.sample(7, SEED).values()).isEqualTo(many.values());
    assertThat(prior.sample(3, SEED).values()).isEqualTo(Arrays.copyOf(many.values(), 12));
    assertThat(prior.sample(7, new Seed(4)).values()).isNotEqualTo(many.values());
    assertThat(many.code(0)).isNotEqualTo(many.code(1));
    assertThat(prior.kind()).isEqualTo(kind);
    assertThat(prior.size()).isEqualTo(4);
  }

  @ParameterizedTest
  @EnumSource(PriorKind.class)
  void isTheSameAgainFromItsWeights(PriorKind kind) {
    LatentCodes codes = blobs(200, 4, 2);
    LatentPrior prior = fit(settings(kind, 3), codes);
    LatentPrior again = LatentPriors.restore(settings(kind, 3), 4, prior.weights());
    assertThat(again.logDensity(codes)).isEqualTo(prior.logDensity(codes));
    assertThat(again.sample(5, SEED).values()).isEqualTo(prior.sample(5, SEED).values());
    assertThatThrownBy(() -> prior.logDensity(LatentCodes.of(1, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("the prior has 4");
  }

  @ParameterizedTest
  @EnumSource(value = PriorKind.class, names = "STANDARD", mode = EnumSource.Mode.EXCLUDE)
  void refusesWeightsOfAnotherPrior(PriorKind kind) {
    PriorSettings settings = settings(kind, 3);
    Tensors weights = fit(settings, blobs(200, 4, 2)).weights();
    assertThatThrownBy(() -> LatentPriors.restore(settings, 5, weights))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("has shape");
    for (String name : weights.byName().keySet()) {
      Map<String, Tensor> fewer = new LinkedHashMap<>(weights.byName());
      fewer.remove(name);
      assertThatThrownBy(() -> LatentPriors.restore(settings, 4, new Tensors(fewer)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessage("tensor '" + name + "' is missing");
    }
    Map<String, Tensor> negative = new LinkedHashMap<>(weights.byName());
    Tensor factor = weights.get("factor");
    float[] values = factor.values().clone();
    values[0] = -values[0];
    negative.put("factor", new Tensor(factor.shape(), values));
    assertThatThrownBy(() -> LatentPriors.restore(settings, 4, new Tensors(negative)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("positive diagonal");
  }

  @Test
  void refusesCodesThatNothingCanBeFittedTo() {
    PriorSettings gaussian = settings(PriorKind.GAUSSIAN, 1);
    assertThatThrownBy(() -> fit(gaussian, LatentCodes.of(1, 2)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("expected at least 2");
    assertThatThrownBy(() -> fit(gaussian, new LatentCodes(3, 1, new float[] {2, 2, 2})))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("all codes are the same");
    assertThatThrownBy(() -> fit(gaussian, new LatentCodes(2, 1, new float[] {2, Float.NaN})))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("code 1 holds NaN");
    assertThatThrownBy(() -> fit(settings(PriorKind.MIXTURE, 9), blobs(8, 2, 1)))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("only 8 codes");
  }

  private static PriorSettings settings(PriorKind kind, int components) {
    return new PriorSettings(kind, components, 100, 4, 16, 3, 64, 1e-3);
  }

  private static LatentPrior fit(PriorSettings settings, LatentCodes codes) {
    return LatentPriors.fit(settings, codes, SEED, Progress.NONE, new Cancellation());
  }

  /** Normal with deviation 0.5 around (distance, 0, ...) and (-distance, 0, ...) in turn. */
  private static LatentCodes blobs(int count, int size, float distance) {
    RandomGenerator random = new Seed(11).generator();
    float[] values = new float[count * size];
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5f * (float) random.nextGaussian();
      if (i % size == 0) {
        values[i] += i / size % 2 == 0 ? distance : -distance;
      }
    }
    return new LatentCodes(count, size, values);
  }

  /** Means, then products of all pairs. */
  private static double[] moments(LatentCodes codes) {
    int d = codes.size();
    double[] moments = new double[d + d * d];
    for (int i = 0; i < codes.count(); i++) {
      float[] code = codes.code(i);
      for (int j = 0; j < d; j++) {
        moments[j] += code[j] / codes.count();
        for (int k = 0; k < d; k++) {
          moments[d + j * d + k] += (double) code[j] * code[k] / codes.count();
        }
      }
    }
    return moments;
  }
}
