package latentlab.engine.layers.noise;

import java.util.random.RandomGenerator;

/** Replaces values by 0 or 1. */
final class Replacement implements Disturbance {

  private final RandomChoice replaced;

  /**
   * Replaces some values.
   *
   * @param rate the probability of being replaced, from 0 to 1
   */
  Replacement(double rate) {
    replaced = new RandomChoice(rate);
  }

  @Override
  public boolean changesValues() {
    return replaced.isPossible();
  }

  /** The upper bits choose, the lowest bit says what the value becomes. */
  @Override
  public void disturb(float[] values, int count, RandomGenerator random) {
    for (int i = 0; i < count; i++) {
      long bits = random.nextLong();
      int chosen = replaced.byHighBits(bits);
      values[i] = chosen == 0 ? values[i] : bits & 1;
    }
  }

  @Override
  public boolean passesErrorsOn() {
    return false;
  }

  @Override
  public void goBack(float[] errors, int count, RandomGenerator random) {
    for (int i = 0; i < count; i++) {
      errors[i] *= 1 - replaced.byHighBits(random.nextLong());
    }
  }
}
