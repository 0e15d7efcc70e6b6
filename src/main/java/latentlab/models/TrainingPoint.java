package latentlab.models;

/**
 * Where in its training a step is. What changes in the course of a training (a learning rate, the
 * weight of a term, the part of the model that learns) depends on this and the config alone, so
 * that a resumed training does what an unbroken one does.
 *
 * @param step steps made before, from 0
 * @param steps all steps of the training, at least 1
 */
public record TrainingPoint(long step, long steps) {

  /**
   * Checks the range.
   *
   * @throws IllegalArgumentException if the step lies outside the training
   */
  public TrainingPoint {
    if (step < 0 || step >= steps) {
      throw new IllegalArgumentException("step " + step + " is not one of " + steps);
    }
  }

  /**
   * The part of the training that is over.
   *
   * @return from 0 to below 1
   */
  public double fraction() {
    return (double) step / steps;
  }
}
