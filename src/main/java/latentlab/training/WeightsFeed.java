package latentlab.training;

import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import latentlab.storage.Tensors;

/**
 * The weights of a training model, handed over between two steps: a reader asks for fresh ones and
 * goes on with those it has; the training thread answers when it comes by. All weights handed over
 * are finite. Any thread may read.
 */
public final class WeightsFeed {

  private final AtomicBoolean wanted = new AtomicBoolean();
  private volatile Snapshot latest;

  /** Starts with no weights: the model is still to be made. */
  WeightsFeed() {
    latest = new Snapshot(-1, new Tensors(Map.of()));
  }

  /**
   * Starts with the weights that the training starts from.
   *
   * @param initial the first snapshot's weights
   */
  public WeightsFeed(Tensors initial) {
    latest = new Snapshot(0, initial);
  }

  /**
   * The newest snapshot; asks for a newer one, which a later call will give.
   *
   * @return weights that nobody changes; {@linkplain Snapshot#isEmpty() none} until the training
   *     has made its model
   */
  public Snapshot latest() {
    wanted.set(true);
    return latest;
  }

  /**
   * The newest snapshot, without asking for a newer one.
   *
   * @return weights that nobody changes
   */
  Snapshot present() {
    return latest;
  }

  /**
   * Whether a reader has come since the last snapshot. For the training thread.
   *
   * @return true if a new snapshot would be read
   */
  boolean isWanted() {
    return wanted.get();
  }

  /** Hands over new weights. For the training thread. */
  void publish(Snapshot snapshot) {
    wanted.set(false);
    latest = snapshot;
  }

  /**
   * Weights at one moment. Snapshots are equal only if they hold the same arrays.
   *
   * @param step the steps that had been made; it rises from snapshot to snapshot, but falls back
   *     when a training fails and the last good weights are handed over again; -1 if there are no
   *     weights yet
   * @param weights the model's weights then
   */
  public record Snapshot(long step, Tensors weights) {

    /**
     * Whether the training has not made its model yet.
     *
     * @return true if there are no weights to take over
     */
    public boolean isEmpty() {
      return step < 0;
    }
  }
}
