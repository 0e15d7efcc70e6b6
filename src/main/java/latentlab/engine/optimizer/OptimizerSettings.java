package latentlab.engine.optimizer;

/** Which optimiser, with its hyperparameters. Immutable; any thread may use it. */
public sealed interface OptimizerSettings permits Adam, AdamW, RmsProp, StochasticGradientDescent {

  /**
   * The step size, before any schedule.
   *
   * @return a positive number
   */
  double learningRate();

  /**
   * The name that its state has in files.
   *
   * @return lower-case letters, such as {@code adam}
   */
  String key();

  /**
   * How much state it keeps.
   *
   * @return the number of vectors, each as long as that of the parameters
   */
  int stateVectors();

  /**
   * Makes an optimiser with these hyperparameters.
   *
   * @return an optimiser with scratch memory of its own, for one thread
   */
  Optimizer start();
}
