package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/**
 * Moves a flat vector of parameters against its gradient. What it remembers from step to step is in
 * a vector that the caller keeps, so that it can be stored; the optimiser itself holds only scratch
 * memory. One thread at a time may use it.
 */
public interface Optimizer {

  /**
   * Does one step in place.
   *
   * @param theta [n] parameters
   * @param gradient [n] dL/d(theta); unchanged
   * @param state [{@link OptimizerSettings#stateVectors()} * n], one vector after the other; zeros
   *     before the first step
   * @param n how many parameters
   * @param step the number of this step, from 1
   * @param rate the learning rate of this step: that of the settings, times the factor of a
   *     schedule; 0 leaves the parameters where they are
   * @throws IllegalArgumentException if a buffer is too short, the step below 1, or the rate
   *     negative or not finite; nothing is changed then
   */
  void apply(
      FloatBuffer theta, FloatBuffer gradient, FloatBuffer state, int n, long step, double rate);
}
