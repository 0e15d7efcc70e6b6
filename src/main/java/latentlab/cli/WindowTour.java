package latentlab.cli;

import java.nio.file.Path;
import java.util.List;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;

/** Makes pictures of the window, without a display. The command line does not know the window. */
@FunctionalInterface
public interface WindowTour {

  /**
   * Visits every tab in both themes with a model that suits it, and writes a PNG of each.
   *
   * @param stops where to and how large
   * @param progress is told how far it is
   * @param cancellation asked between two pictures
   * @return the files, in the order of the visits
   * @throws latentlab.failure.OperationFailedException if a picture cannot be written, or the
   *     window does not come to rest
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  List<Path> visit(Stops stops, Progress progress, Cancellation cancellation);

  /**
   * What is asked for.
   *
   * @param folder where the pictures go; it exists
   * @param width of the window, in pixels
   * @param height of the window, in pixels
   * @param epochs of the training that is shown
   * @param seed of that training
   */
  record Stops(Path folder, int width, int height, int epochs, long seed) {}
}
