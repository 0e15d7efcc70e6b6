package latentlab.ui.neighbours;

import latentlab.failure.InvalidInputException;

/** Neighbours for tests of the parts around them: there are never any. */
public final class NoNeighbours {

  private NoNeighbours() {}

  /**
   * Knows no training images.
   *
   * @return a view model that does all at once
   */
  public static NeighboursViewModel viewModel() {
    return new NeighboursViewModel(
        (card, progress, cancellation) -> {
          throw new InvalidInputException("there are no training images in this test");
        },
        Runnable::run,
        Runnable::run,
        (work, delay) -> work.run());
  }
}
