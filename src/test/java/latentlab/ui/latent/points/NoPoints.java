package latentlab.ui.latent.points;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import latentlab.failure.InvalidInputException;

/** Points for tests of the parts around them: there are never any. */
public final class NoPoints {

  private NoPoints() {}

  /**
   * A view model whose images cannot be had.
   *
   * @return works on the calling thread
   */
  public static PointsViewModel viewModel() {
    return viewModel(dataset -> {});
  }

  /**
   * A view model whose images cannot be had.
   *
   * @param asked is told the data set whenever its images are asked for
   * @return works on the calling thread
   */
  public static PointsViewModel viewModel(Consumer<String> asked) {
    return new PointsViewModel(
        (shape, dataset, seed) -> {
          asked.accept(dataset);
          return CompletableFuture.failedFuture(
              new InvalidInputException("there are no images in this test"));
        },
        Runnable::run,
        Runnable::run,
        (work, delay) -> work.run());
  }
}
