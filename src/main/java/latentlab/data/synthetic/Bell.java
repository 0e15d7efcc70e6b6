package latentlab.data.synthetic;

import java.util.random.RandomGenerator;

/**
 * Random numbers with a bell-shaped density that never leave a known range: a sum of uniform
 * numbers. A Gaussian would now and then ask for a digit that no one writes.
 */
final class Bell {

  /** The largest absolute value: three standard deviations. */
  static final double LIMIT = 3;

  private Bell() {}

  /** A number with mean 0 and standard deviation 1, from -3 to 3. */
  static double next(RandomGenerator random) {
    return 2 * (random.nextDouble() + random.nextDouble() + random.nextDouble()) - LIMIT;
  }
}
