package latentlab.data;

import java.util.random.RandomGenerator;
import latentlab.random.Seed;

/** A random order of the numbers from 0 on, the same for the same seed on every machine. */
public final class Permutation {

  private Permutation() {}

  /**
   * Shuffles (Fisher and Yates; Durstenfeld 1964). A number below n is drawn as the upper half of a
   * 32-bit random number times n, whose bias, at most n / 2^32, does not matter here; unlike the
   * library's own bounded draw this cannot change from one Java version to the next.
   *
   * @param count how many numbers, at least 0
   * @param seed where the random numbers start
   * @return each of 0 to {@code count - 1} once
   */
  public static int[] of(int count, Seed seed) {
    RandomGenerator random = seed.generator();
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = (int) (((random.nextLong() >>> 32) * (i + 1L)) >>> 32);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }
}
