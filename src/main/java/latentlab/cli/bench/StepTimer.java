package latentlab.cli.bench;

import java.util.Arrays;
import java.util.function.LongSupplier;
import latentlab.progress.Cancellation;

/** Times the steps of a workload. */
public final class StepTimer {

  private static final double NANOS_PER_MILLI = 1e6;

  private final LongSupplier nanoClock;
  private final Cancellation cancellation;

  /**
   * Creates a timer.
   *
   * @param nanoClock a clock that never goes back, in nanoseconds
   * @param cancellation asked before each step
   */
  public StepTimer(LongSupplier nanoClock, Cancellation cancellation) {
    this.nanoClock = nanoClock;
    this.cancellation = cancellation;
  }

  /**
   * Makes the workload's steps on the calling thread.
   *
   * @param workload says how many
   * @param step is made
   * @return the median time of one step, in milliseconds; of an even number of steps, the mean of
   *     the two in the middle
   */
  public double medianMillis(Workload workload, Workload.Step step) {
    for (int i = 0; i < workload.warmUpSteps(); i++) {
      cancellation.throwIfRequested();
      step.run();
    }
    long[] nanos = new long[workload.timedSteps()];
    for (int i = 0; i < nanos.length; i++) {
      cancellation.throwIfRequested();
      long start = nanoClock.getAsLong();
      step.run();
      nanos[i] = nanoClock.getAsLong() - start;
    }
    Arrays.sort(nanos);
    int middle = nanos.length / 2;
    double median =
        nanos.length % 2 == 1 ? nanos[middle] : (nanos[middle - 1] + nanos[middle]) / 2.0;
    return median / NANOS_PER_MILLI;
  }
}
