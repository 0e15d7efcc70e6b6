package latentlab.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import latentlab.random.Seed;
import org.junit.jupiter.api.Test;

class PermutationTest {

  @Test
  void holdsEachNumberOnce() {
    assertThat(Permutation.of(1_000, new Seed(3)))
        .containsExactlyInAnyOrder(IntStream.range(0, 1_000).toArray());
    assertThat(Permutation.of(0, new Seed(3))).isEmpty();
  }

  @Test
  void isTheSameForTheSameSeedAndAnotherForOthers() {
    assertThat(Permutation.of(1_000, new Seed(3)))
        .isEqualTo(Permutation.of(1_000, new Seed(3)))
        .isNotEqualTo(Permutation.of(1_000, new Seed(4)));
  }

  /** Each number is equally often at each place: chi-squared with 9 degrees of freedom. */
  @Test
  void putsEveryNumberEverywhereEquallyOften() {
    int[][] counts = new int[10][10];
    int trials = 10_000;
    for (int trial = 0; trial < trials; trial++) {
      int[] order = Permutation.of(10, new Seed(7).derive("trial", trial));
      for (int place = 0; place < 10; place++) {
        counts[place][order[place]]++;
      }
    }
    double expected = trials / 10.0;
    for (int[] place : counts) {
      double chiSquared =
          Arrays.stream(place).mapToDouble(n -> (n - expected) * (n - expected) / expected).sum();
      assertThat(chiSquared).isLessThan(33.7); // exceeded once in 10,000
    }
  }
}
