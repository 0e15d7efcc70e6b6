package latentlab.engine.optimizer;

/** What an optimiser does to each block of the flat vectors. */
interface BlockRule {

  /**
   * Prepares a step.
   *
   * @param step its number, from 1
   * @param rate its learning rate
   */
  void begin(long step, double rate);

  /**
   * Does the step for one block. Implementations copy fields to locals before they loop: the
   * compiler must take a field for changing, and then does not vectorise.
   *
   * @param length how many elements at the start of each array count
   * @param theta parameters, changed
   * @param gradient dL/d(theta); may be used as scratch memory
   * @param state one array for each state vector, changed
   */
  void update(int length, float[] theta, float[] gradient, float[][] state);
}
