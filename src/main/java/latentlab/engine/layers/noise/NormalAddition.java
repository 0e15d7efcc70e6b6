package latentlab.engine.layers.noise;

import java.util.random.RandomGenerator;

/** Adds normal numbers. */
final class NormalAddition implements Disturbance {

  private final float deviation;

  /**
   * Adds nothing yet.
   *
   * @param deviation the standard deviation, at least 0
   */
  NormalAddition(float deviation) {
    this.deviation = deviation;
  }

  @Override
  public boolean changesValues() {
    return deviation > 0;
  }

  @Override
  public void disturb(float[] values, int count, RandomGenerator random) {
    for (int i = 0; i < count; i++) {
      values[i] += deviation * (float) random.nextGaussian();
    }
  }

  @Override
  public boolean passesErrorsOn() {
    return true;
  }

  @Override
  public void goBack(float[] errors, int count, RandomGenerator random) {}
}
