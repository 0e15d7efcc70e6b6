package latentlab.random;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * A starting point for random numbers, from which independent further ones are derived by name and
 * number. Immutable; any thread may use it.
 *
 * @param value the seed, any 64-bit number
 */
public record Seed(long value) {

  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  /** The odd increment of SplitMix64 (Steele, Lea and Flood 2014): 2^64 divided by golden ratio. */
  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  /**
   * The seed for one purpose.
   *
   * @param purpose a name, such as {@code "batch-order"}
   * @param indices numbers that tell one use from the next, such as epoch and step
   * @return a seed whose stream is unrelated to this one's and to those of other purposes
   */
  public Seed derive(String purpose, long... indices) {
    long state = mix(value + GOLDEN_GAMMA);
    for (int i = 0; i < purpose.length(); i++) {
      state = mix(state + GOLDEN_GAMMA * (purpose.charAt(i) + 1L));
    }
    for (long index : indices) {
      state = mix((state ^ mix(index + GOLDEN_GAMMA)) + GOLDEN_GAMMA);
    }
    return new Seed(state);
  }

  /**
   * A new generator that starts at this seed.
   *
   * @return a generator for one thread
   */
  public RandomGenerator generator() {
    return GENERATORS.create(value);
  }

  /** The finaliser of SplitMix64: a bijection of 64-bit numbers without visible structure. */
  private static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }
}
