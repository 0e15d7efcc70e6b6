package latentlab.engine.layers.noise;

import java.util.random.RandomGenerator;

/** Multiplies each value either by zero or by a constant. */
final class Masking implements Disturbance {

  private final RandomChoice dropped;
  private final float[] factors;

  /**
   * Masks some values.
   *
   * @param rate the probability of zero, from 0 to 1
   * @param factor what is kept is multiplied by it
   */
  Masking(double rate, double factor) {
    dropped = new RandomChoice(rate);
    factors = new float[] {(float) factor, 0f};
  }

  @Override
  public boolean changesValues() {
    return dropped.isPossible();
  }

  @Override
  public void disturb(float[] values, int count, RandomGenerator random) {
    int even = count & ~1;
    for (int i = 0; i < even; i += 2) {
      long bits = random.nextLong();
      values[i] *= factors[dropped.byLowBits(bits)];
      values[i + 1] *= factors[dropped.byHighBits(bits)];
    }
    if (even < count) {
      values[even] *= factors[dropped.byLowBits(random.nextLong())];
    }
  }

  @Override
  public boolean passesErrorsOn() {
    return false;
  }

  @Override
  public void goBack(float[] errors, int count, RandomGenerator random) {
    disturb(errors, count, random);
  }
}
