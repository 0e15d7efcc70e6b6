package latentlab.engine.optimizer;

/** How the learning rate changes over the steps of a training. Immutable; a pure function. */
public sealed interface LearningRateSchedule {

  /**
   * What the learning rate is multiplied by.
   *
   * @param step the number of the step, from 1
   * @return in (0, 1]
   * @throws IllegalArgumentException if the step is below 1
   */
  double factor(long step);

  /** The same rate at all steps. */
  record Constant() implements LearningRateSchedule {

    @Override
    public double factor(long step) {
      checkStep(step);
      return 1;
    }
  }

  /**
   * A linear rise, reached at the last step of the warm-up, then the full rate.
   *
   * @param steps how long the warm-up lasts; 0 is without
   */
  record WarmUp(long steps) implements LearningRateSchedule {

    /**
     * Checks the range.
     *
     * @throws IllegalArgumentException if the number of steps is negative
     */
    public WarmUp {
      HyperparameterCheck.check(steps >= 0, "steps", steps, "at least 0");
    }

    @Override
    public double factor(long step) {
      checkStep(step);
      return step < steps ? (double) step / steps : 1;
    }
  }

  /**
   * A linear rise, then half a period of the cosine down to a floor (Loshchilov and Hutter 2017,
   * equation 5, without restarts), and the floor after that.
   *
   * @param warmUpSteps how long the rise lasts; the last of them has the full rate; 0 is without
   * @param totalSteps the step at which the floor is reached, above warmUpSteps
   * @param floor the least factor, in (0, 1]
   */
  record WarmUpCosine(long warmUpSteps, long totalSteps, double floor)
      implements LearningRateSchedule {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException if a number is out of its range
     */
    public WarmUpCosine {
      HyperparameterCheck.check(warmUpSteps >= 0, "warmUpSteps", warmUpSteps, "at least 0");
      boolean totalFits = totalSteps > warmUpSteps;
      HyperparameterCheck.check(
          totalFits, "totalSteps", totalSteps, "above warmUpSteps, " + warmUpSteps);
      HyperparameterCheck.check(floor > 0 && floor <= 1, "floor", floor, "in (0, 1]");
    }

    @Override
    public double factor(long step) {
      checkStep(step);
      if (step < warmUpSteps) {
        return (double) step / warmUpSteps;
      }
      double progress = (double) (step - warmUpSteps) / (totalSteps - warmUpSteps);
      return floor + (1 - floor) * 0.5 * (1 + Math.cos(Math.PI * Math.min(progress, 1)));
    }
  }

  private static void checkStep(long step) {
    HyperparameterCheck.check(step >= 1, "step", step, "at least 1");
  }
}
