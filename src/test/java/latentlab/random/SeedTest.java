package latentlab.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SeedTest {

  /** Pictures and trainings of earlier versions can only be repeated while these stay. */
  @Test
  void keepsItsStreamsForEver() {
    assertThat(new Seed(0).derive("noise").value()).isEqualTo(7318508651678507104L);
    assertThat(new Seed(42).derive("batch-order", 3, -1).value()).isEqualTo(-8408231474685542473L);
    RandomGenerator numbers = new Seed(42).generator();
    assertThat(numbers.nextLong()).isEqualTo(-5600175640509174766L);
    assertThat(numbers.nextDouble()).isEqualTo(0.6709997082364175);
    assertThat(numbers.nextGaussian()).isEqualTo(-1.2230970361954625);
  }

  @Test
  void givesTheSameNumbersForTheSameSeed() {
    RandomGenerator one = new Seed(-7).generator();
    RandomGenerator other = new Seed(-7).generator();
    assertThat(one.longs(100).toArray()).isEqualTo(other.longs(100).toArray());
  }

  @Test
  void tellsPurposesAndIndicesAndTheirOrderApart() {
    Seed seed = new Seed(1);
    assertThat(
            Set.of(
                seed.value(),
                seed.derive("").value(),
                seed.derive("ab").value(),
                seed.derive("ba").value(),
                seed.derive("a").derive("b").value(),
                seed.derive("ab", 0).value(),
                seed.derive("ab", 0, 0).value(),
                seed.derive("ab", 1, 2).value(),
                seed.derive("ab", 2, 1).value(),
                seed.derive("ab", 1).derive("ab", 2).value()))
        .hasSize(10);
  }

  @Test
  void derivesNoSeedTwiceOverManyNeighbouringSeedsAndIndices() {
    Set<Long> seen = new HashSet<>();
    for (long value = -10; value < 10; value++) {
      for (long epoch = 0; epoch < 20; epoch++) {
        for (long step = 0; step < 100; step++) {
          seen.add(new Seed(value).derive("step", epoch, step).value());
        }
      }
    }
    assertThat(seen).hasSize(20 * 20 * 100);
  }

  /** The streams of neighbours: no correlation beyond five standard errors. */
  @Test
  void givesNeighbouringIndicesUnrelatedStreams() {
    int count = 20_000;
    double sum = 0;
    double product = 0;
    for (int i = 0; i < count; i++) {
      double here = new Seed(3).derive("noise", i).generator().nextDouble() - 0.5;
      double next = new Seed(3).derive("noise", i + 1L).generator().nextDouble() - 0.5;
      sum += here;
      product += here * next;
    }
    double variance = 1.0 / 12;
    assertThat(Math.abs(sum / count)).isLessThan(5 * Math.sqrt(variance / count));
    assertThat(Math.abs(product / count)).isLessThan(5 * variance / Math.sqrt(count));
  }

  /** Changing one bit of an input changes half of the bits of the derived seed. */
  @Test
  void spreadsEachBitOfSeedAndIndexOverTheWholeResult() {
    long seedBits = 0;
    long indexBits = 0;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      long flip = 1L << bit;
      seedBits += distance(new Seed(5).derive("a", 9), new Seed(5 ^ flip).derive("a", 9));
      indexBits += distance(new Seed(5).derive("a", 9), new Seed(5).derive("a", 9 ^ flip));
    }
    assertThat(seedBits / 64.0).isBetween(29.0, 35.0);
    assertThat(indexBits / 64.0).isBetween(29.0, 35.0);
  }

  private static int distance(Seed one, Seed other) {
    return Long.bitCount(one.value() ^ other.value());
  }
}
