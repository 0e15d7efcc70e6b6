package latentlab.models.denoising;

import java.util.function.Consumer;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/**
 * How a sampling tells of its progress and learns that it is not wanted any more. Everything is
 * called by the thread that samples.
 *
 * @param progress is told after each step
 * @param cancellation is asked before each step
 * @param listener is given each step as soon as it is done, so that it can be shown
 */
public record SamplingControl(
    Progress progress, Cancellation cancellation, Consumer<TrajectoryStep> listener) {

  /**
   * Nobody listens, nobody cancels.
   *
   * @return a new control
   */
  public static SamplingControl none() {
    return new SamplingControl(Progress.NONE, new Cancellation(), step -> {});
  }
}
