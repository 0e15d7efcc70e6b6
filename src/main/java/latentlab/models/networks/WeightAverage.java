package latentlab.models.networks;

import java.util.LinkedHashMap;
import java.util.Map;
import latentlab.engine.Network;
import latentlab.engine.optimizer.ExponentialMovingAverage;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/**
 * The running average of a network's weights, in another network of the same plan, which draws
 * better than the weights of the last step. Its first updates keep less, so that a short training
 * is not drawn to where it began. Owned by the thread that owns the networks.
 */
public final class WeightAverage {

  private static final String UPDATES = "average.updates";

  /** Floats count exactly up to this. */
  private static final long DIGIT = 1 << 24;

  private final Network trained;
  private final Network target;
  private final ExponentialMovingAverage average;

  /**
   * Starts at the weights of now, which it copies.
   *
   * @param trained learns
   * @param target is given the average; of the same plan
   * @param decay how much of the average an update keeps, in [0, 1)
   */
  public WeightAverage(Network trained, Network target, double decay) {
    this.trained = trained;
    this.target = target;
    int count = trained.parameterCount();
    this.average = new ExponentialMovingAverage(trained.parameters(), count, decay, true);
    average.copyTo(target.parameters());
  }

  /**
   * Takes the weights after a step of the optimiser into account. Running averages of batches are
   * averages already; the target has those of now.
   */
  public void update() {
    average.update(trained.parameters());
    average.copyTo(target.parameters());
    target.takeStatisticsOf(trained);
  }

  /** Goes on from the weights that the target network has. */
  public void weightsWereSet() {
    average.restore(target.parameters(), average.updates());
  }

  /**
   * What is to be stored besides the weights of both networks: how many updates were made, as two
   * digits of base 2^24.
   *
   * @return copies
   */
  public Tensors state() {
    long updates = average.updates();
    return new Tensors(
        Map.of(UPDATES, Tensor.vector((float) (updates >>> 24), (float) (updates & (DIGIT - 1)))));
  }

  /**
   * Checks whether {@link #setState} would accept a state.
   *
   * @param state what is to be checked
   * @throws InvalidInputException if it would not
   */
  public void check(Tensors state) {
    Map<String, Tensor> tensors = new LinkedHashMap<>(state.byName());
    Tensor updates = tensors.get(UPDATES);
    if (updates == null || updates.values().length != 2) {
      throw new InvalidInputException("the state has no tensor " + UPDATES + " of shape [2]");
    }
    for (float digit : updates.values()) {
      if (!(digit >= 0 && digit < DIGIT)) {
        throw new InvalidInputException(
            UPDATES + " must hold digits from 0 to " + (DIGIT - 1) + ", not " + digit);
      }
    }
  }

  /**
   * Goes on from a stored state and the weights that the target network has.
   *
   * @param state holds, besides any others, what {@link #state} gave
   * @throws InvalidInputException if it is missing or no number of updates
   */
  public void setState(Tensors state) {
    check(state);
    float[] digits = state.get(UPDATES).values();
    average.restore(target.parameters(), ((long) digits[0] << 24) + (long) digits[1]);
  }
}
