package latentlab.engine.optimizer;

import java.nio.FloatBuffer;

/**
 * A running average of parameters, which samples better than the parameters of the last step (Ho,
 * Jain and Abbeel 2020, section 4):
 *
 * <pre>{@code average = average + (1 - d_t) (theta - average)}</pre>
 *
 * <p>It starts at the first parameters. With warm-up, d_t = min(decay, (1 + t) / (10 + t)) where t
 * updates were made before, so that the first parameters are soon forgotten. An average in single
 * precision no longer moves by less than half of its last digit: with a decay of 0.9999 it stops
 * within 0.06% of a constant parameter.
 *
 * <p>The thread that owns the network owns this as well.
 */
public final class ExponentialMovingAverage {

  private final double decay;
  private final boolean warmUp;
  private final float[] average;
  private final float[] block = new float[BlockwiseOptimizer.BLOCK];
  private long updates;
  private boolean swapped;

  /**
   * Starts an average at some parameters.
   *
   * @param theta [n] parameters
   * @param n how many parameters
   * @param decay how much of the average an update keeps, in [0, 1)
   * @param warmUp whether the first updates keep less
   * @throws IllegalArgumentException if the buffer is shorter than n, or the decay out of its range
   */
  public ExponentialMovingAverage(FloatBuffer theta, int n, double decay, boolean warmUp) {
    HyperparameterCheck.fraction("decay", decay);
    FlatVectorCheck.check("theta", theta, n);
    this.decay = decay;
    this.warmUp = warmUp;
    this.average = new float[n];
    theta.get(0, average, 0, n);
  }

  /**
   * Takes the parameters after a step into the average.
   *
   * @param theta [n] parameters, unchanged
   * @throws IllegalArgumentException if the buffer is shorter than n
   * @throws IllegalStateException if average and parameters are swapped
   */
  public void update(FloatBuffer theta) {
    FlatVectorCheck.check("theta", theta, average.length);
    requireUnswapped();
    float share = (float) (1 - decayOfNextUpdate());
    for (int i = 0; i < average.length; i += block.length) {
      int length = Math.min(block.length, average.length - i);
      theta.get(i, block, 0, length);
      approach(average, i, block, length, share);
    }
    updates++;
  }

  /**
   * How much of the average the next update will keep.
   *
   * @return d_t, in [0, 1)
   */
  public double decayOfNextUpdate() {
    return warmUp ? Math.min(decay, (1.0 + updates) / (10.0 + updates)) : decay;
  }

  /**
   * Exchanges average and parameters, so that the network computes with the average; the next call
   * exchanges them back.
   *
   * @param theta [n] parameters, changed
   * @throws IllegalArgumentException if the buffer is shorter than n
   */
  public void swap(FloatBuffer theta) {
    FlatVectorCheck.check("theta", theta, average.length);
    for (int i = 0; i < average.length; i += block.length) {
      int length = Math.min(block.length, average.length - i);
      theta.get(i, block, 0, length);
      theta.put(i, average, i, length);
      System.arraycopy(block, 0, average, i, length);
    }
    swapped = !swapped;
  }

  /**
   * Writes the average into another vector, such as that of a network for sampling or a file.
   *
   * @param target [n], overwritten
   * @throws IllegalArgumentException if the buffer is shorter than n
   * @throws IllegalStateException if average and parameters are swapped
   */
  public void copyTo(FloatBuffer target) {
    FlatVectorCheck.check("target", target, average.length);
    requireUnswapped();
    target.put(0, average, 0, average.length);
  }

  /**
   * The number of updates, which with the average is all the state there is.
   *
   * @return from 0
   */
  public long updates() {
    return updates;
  }

  /**
   * Goes back to a state that was stored.
   *
   * @param stored [n] what {@link #copyTo} gave
   * @param storedUpdates what {@link #updates} gave, at least 0
   * @throws IllegalArgumentException if the buffer is shorter than n, or the number negative
   * @throws IllegalStateException if average and parameters are swapped
   */
  public void restore(FloatBuffer stored, long storedUpdates) {
    FlatVectorCheck.check("stored", stored, average.length);
    HyperparameterCheck.check(storedUpdates >= 0, "storedUpdates", storedUpdates, "at least 0");
    requireUnswapped();
    stored.get(0, average, 0, average.length);
    updates = storedUpdates;
  }

  private void requireUnswapped() {
    if (swapped) {
      throw new IllegalStateException("average and parameters are swapped; swap them back first");
    }
  }

  /** By the difference, so that an average equal to the parameters stays so exactly. */
  private static void approach(float[] average, int start, float[] theta, int length, float share) {
    for (int i = 0; i < length; i++) {
      average[start + i] += share * (theta[i] - average[start + i]);
    }
  }
}
