package latentlab.models.denoising;

import java.util.function.IntToDoubleFunction;
import latentlab.failure.InvalidInputException;

/**
 * How much noise there is at each step t from 1 to T; step 0 is the clean image. Immutable.
 *
 * <p>Ho, Jain and Abbeel 2020 write beta(t) for the variance that step t adds, alpha(t) = 1 -
 * beta(t), and abar(t) for the product of all alphas up to t.
 */
public final class NoiseSchedule {

  /** The fewest steps. */
  public static final int FEWEST_STEPS = 10;

  /** The most steps. */
  public static final int MOST_STEPS = 4000;

  /** No step adds more, so that something is left at the end (Nichol and Dhariwal 2021). */
  public static final double LARGEST_VARIANCE = 0.999;

  private final double[] alphaBar;

  private NoiseSchedule(double[] alphaBar) {
    this.alphaBar = alphaBar;
  }

  /**
   * A schedule.
   *
   * @param type its form
   * @param steps T
   * @return for T steps
   * @throws InvalidInputException if there are fewer than 10 or more than 4,000 steps
   */
  public static NoiseSchedule of(ScheduleType type, int steps) {
    if (steps < FEWEST_STEPS || steps > MOST_STEPS) {
      throw new InvalidInputException(
          String.format(
              "the steps of a diffusion must be from %d to %d, not %d",
              FEWEST_STEPS, MOST_STEPS, steps));
    }
    IntToDoubleFunction kept = type.keptInStep(steps);
    double[] alphaBar = new double[steps + 1];
    alphaBar[0] = 1;
    for (int t = 1; t <= steps; t++) {
      alphaBar[t] = alphaBar[t - 1] * Math.max(kept.applyAsDouble(t), 1 - LARGEST_VARIANCE);
    }
    return new NoiseSchedule(alphaBar);
  }

  /**
   * T.
   *
   * @return the number of steps
   */
  public int steps() {
    return alphaBar.length - 1;
  }

  /**
   * The part of the power that is still the image's.
   *
   * @param t from 0 to T
   * @return abar(t), 1 at 0 and falling
   * @throws InvalidInputException if t is out of its range
   */
  public double alphaBar(int t) {
    if (t < 0 || t > steps()) {
      throw new InvalidInputException(
          String.format("there is no step %d; expected 0 to %d", t, steps()));
    }
    return alphaBar[t];
  }

  /**
   * What the image is multiplied by.
   *
   * @param t from 0 to T
   * @return the root of abar(t)
   */
  public double signal(int t) {
    return Math.sqrt(alphaBar(t));
  }

  /**
   * What standard noise is multiplied by.
   *
   * @param t from 0 to T
   * @return the root of 1 - abar(t)
   */
  public double noise(int t) {
    return Math.sqrt(1 - alphaBar(t));
  }

  /**
   * The variance that a step adds.
   *
   * @param t from 1 to T
   * @return beta(t), in (0, 1)
   */
  public double beta(int t) {
    checkNoisy(t);
    return 1 - alphaBar(t) / alphaBar(t - 1);
  }

  /**
   * How strong the image is beside the noise.
   *
   * @param t from 0 to T
   * @return abar(t) / (1 - abar(t)); infinite at 0
   */
  public double signalToNoise(int t) {
    return alphaBar(t) / (1 - alphaBar(t));
  }

  /**
   * The distribution of a less noisy image, given the clean one.
   *
   * @param t from 1 to T
   * @param s from 0 to t - 1
   * @return q(x_s | x_t, x_0)
   * @throws InvalidInputException if a step is out of its range
   */
  public Posterior posterior(int t, int s) {
    checkNoisy(t);
    checkBelow(s, t);
    return Posterior.between(alphaBar(t), alphaBar(s));
  }

  /**
   * The variance of the step before, given the clean image.
   *
   * @param t from 1 to T
   * @return that of q(x_(t-1) | x_t, x_0)
   */
  public double posteriorVariance(int t) {
    return posterior(t, t - 1).variance();
  }

  /**
   * The steps that a sampler visits: evenly spaced ones up to some step, and 0.
   *
   * @param from the step to start at, from 1 to T
   * @param count how many of the T steps are visited, from 1 to T, if the start is T
   * @return falling, from {@code from} to 0
   * @throws InvalidInputException if a number is out of its range
   */
  public int[] times(int from, int count) {
    checkNoisy(from);
    if (count < 1 || count > steps()) {
      throw new InvalidInputException(
          String.format(
              "the steps of a sampler must be from 1 to the model's %d, not %d", steps(), count));
    }
    int below = 0;
    while ((long) (below + 1) * steps() < (long) from * count) {
      below++;
    }
    int[] times = new int[below + 2];
    times[0] = from;
    for (int i = 1; i <= below; i++) {
      times[i] = Math.toIntExact((long) (below + 1 - i) * steps() / count);
    }
    return times;
  }

  /**
   * Checks that there is noise at a step.
   *
   * @param t should be from 1 to T
   * @throws InvalidInputException if it is not
   */
  public void checkNoisy(int t) {
    if (t < 1 || t > steps()) {
      throw new InvalidInputException(
          String.format("there is no noisy step %d; expected 1 to %d", t, steps()));
    }
  }

  private static void checkBelow(int s, int t) {
    if (s < 0 || s >= t) {
      throw new InvalidInputException(
          String.format("step %d does not come after step %d; expected 0 to %d", s, t, t - 1));
    }
  }
}
