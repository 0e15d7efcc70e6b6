package latentlab.training;

import java.util.function.LongSupplier;
import latentlab.models.GenerativeModel;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import latentlab.training.WeightsFeed.Snapshot;

/**
 * Copies the weights of the training model into the feed, and remembers the last good ones: finite,
 * and with a finite loss. For the training thread.
 */
final class WeightsKeeper {

  private static final long SHORTEST_INTERVAL_NANOS = 100_000_000L;
  private static final int LONGEST_INTERVAL_STEPS = 100;

  private final GenerativeModel model;
  private final WeightsFeed feed;
  private final LongSupplier nanoClock;
  private Snapshot good;
  private long takenAtNanos;

  WeightsKeeper(GenerativeModel model, WeightsFeed feed, LongSupplier nanoClock) {
    this.model = model;
    this.feed = feed;
    this.nanoClock = nanoClock;
    this.good = feed.present();
  }

  /** Whether a reader waits for new weights, or the last copy is many steps old. */
  boolean isDue(long step) {
    return step - feed.present().step() >= LONGEST_INTERVAL_STEPS
        || (feed.isWanted() && nanoClock.getAsLong() - takenAtNanos >= SHORTEST_INTERVAL_NANOS);
  }

  /**
   * Hands over the present weights.
   *
   * @param step the steps made so far
   * @return false if a weight is not finite; nothing is handed over then
   */
  boolean take(long step) {
    if (feed.present().step() == step) {
      return true;
    }
    Tensors weights = model.weights();
    if (!isFinite(weights)) {
      return false;
    }
    takenAtNanos = nanoClock.getAsLong();
    feed.publish(new Snapshot(step, weights));
    return true;
  }

  /** The weights last taken, or newer ones, gave a finite loss. */
  void confirm() {
    good = feed.present();
  }

  /**
   * Hands over the last good weights again.
   *
   * @return the steps that had been made when they were taken; -1 if there never were any
   */
  long fallBack() {
    feed.publish(good);
    return good.step();
  }

  private static boolean isFinite(Tensors weights) {
    for (Tensor tensor : weights.byName().values()) {
      for (float value : tensor.values()) {
        if (!Float.isFinite(value)) {
          return false;
        }
      }
    }
    return true;
  }
}
