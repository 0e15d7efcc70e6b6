package latentlab.engine.layers.noise;

import java.util.random.RandomGenerator;

/**
 * What a noise layer does to values, block after block. Has no memory: the backward pass draws the
 * numbers of the forward pass again from a generator that starts at the same place, which is as
 * fast as reading them would be. Any thread may use it.
 */
interface Disturbance {

  /**
   * Whether it changes anything.
   *
   * @return false for a rate or a deviation of zero
   */
  boolean changesValues();

  /**
   * Disturbs some values.
   *
   * @param values changed
   * @param count how many of them, from the first on
   * @param random draws what is needed
   */
  void disturb(float[] values, int count, RandomGenerator random);

  /**
   * Whether the slope of the output is 1 everywhere.
   *
   * @return true if errors pass unchanged
   */
  boolean passesErrorsOn();

  /**
   * Turns errors of the output into errors of the input.
   *
   * @param errors changed
   * @param count how many of them, from the first on
   * @param random draws the same numbers as for {@link #disturb}
   */
  void goBack(float[] errors, int count, RandomGenerator random);
}
