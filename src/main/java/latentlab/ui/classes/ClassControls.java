package latentlab.ui.classes;

/**
 * What can be chosen for a model's images besides class, number and seed.
 *
 * @param temperature whether they come from codes that can be scaled
 * @param mostSteps the most steps of its sampler; 0 if images are made at once
 * @param steps of the model's settings
 * @param guidance of the model's settings
 * @param hand whether the model can write an image in another class
 */
record ClassControls(boolean temperature, int mostSteps, int steps, double guidance, boolean hand) {

  boolean stepwise() {
    return mostSteps > 0;
  }
}
