package latentlab.ui.compare;

import java.util.List;
import java.util.function.Consumer;
import latentlab.evaluation.comparison.ComparisonTable;
import latentlab.progress.Cancellation;
import latentlab.progress.Progress;
import latentlab.ui.session.ShelvedModel;

/** Measures models. */
@FunctionalInterface
public interface FigureSource {

  /**
   * Measures the models one after the other; takes minutes and runs in the background.
   *
   * @param models which
   * @param amount how much is measured
   * @param listener is given the table after each model, on the calling thread
   * @param progress is told what is being measured
   * @param cancellation asked between two small pieces
   * @return the whole table
   * @throws latentlab.failure.UserException if there is no data to measure on
   * @throws java.util.concurrent.CancellationException if cancelled
   */
  ComparisonTable measure(
      List<ShelvedModel> models,
      Amount amount,
      Consumer<ComparisonTable> listener,
      Progress progress,
      Cancellation cancellation);

  /**
   * How much is measured.
   *
   * @param images test images, at least 2
   * @param samples of each model, at least 2
   * @param seed of noise and samples
   */
  record Amount(int images, int samples, long seed) {}
}
