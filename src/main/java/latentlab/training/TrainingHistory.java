package latentlab.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import latentlab.models.LossTerms;

/**
 * The losses of a training, epoch by epoch. Immutable.
 *
 * @param epochs what was measured after each epoch, from the first
 */
public record TrainingHistory(List<Epoch> epochs) {

  /** Copies the list. */
  public TrainingHistory {
    epochs = List.copyOf(epochs);
  }

  /**
   * What was measured after one epoch.
   *
   * @param step the number of steps made by then
   * @param training the mean training loss over this epoch
   * @param validation the loss on the validation data after it
   */
  public record Epoch(long step, LossTerms training, LossTerms validation) {}

  /**
   * The history of a training that is about to begin.
   *
   * @return no epochs
   */
  public static TrainingHistory empty() {
    return new TrainingHistory(List.of());
  }

  /**
   * This history and one epoch more.
   *
   * @param epoch the epoch after the last one here
   * @return a new history
   */
  public TrainingHistory with(Epoch epoch) {
    List<Epoch> longer = new ArrayList<>(epochs);
    longer.add(epoch);
    return new TrainingHistory(longer);
  }

  /**
   * The number of epochs done.
   *
   * @return 0 or more
   */
  public int size() {
    return epochs.size();
  }

  /**
   * The newest epoch.
   *
   * @return empty if none is done
   */
  public Optional<Epoch> last() {
    return epochs.isEmpty() ? Optional.empty() : Optional.of(epochs.get(epochs.size() - 1));
  }
}
