package latentlab.ui.classes;

/**
 * What can be chosen for a model's images besides class, number and seed.
 *
 * @param temperature whether they come from codes that can be scaled
 * @param mostSteps the most steps of its sampler; 0 if images are made at once
 * @param steps of the model's settings
 * @param guidance of the model's settings
 * @param hand whether and how the model can write an image in another class
 */
record ClassControls(boolean temperature, int mostSteps, int steps, double guidance, Hand hand) {

  /** How the code of an image is had, which is then drawn in other classes. */
  enum Hand {
    /** Not at all. */
    NONE,
    /** By an encoder, at once. */
    ENCODED,
    /** By a search, in seconds. */
    SEARCHED
  }

  boolean stepwise() {
    return mostSteps > 0;
  }
}
