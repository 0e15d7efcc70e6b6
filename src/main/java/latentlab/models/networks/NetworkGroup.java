package latentlab.models.networks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import latentlab.engine.Network;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** The networks of one model, taken together. For the thread that owns the model. */
public final class NetworkGroup implements AutoCloseable {

  private final List<Network> networks;

  /**
   * Takes networks together.
   *
   * @param networks with different names, in the order in which they run forward
   */
  public NetworkGroup(Network... networks) {
    this.networks = List.of(networks);
  }

  /**
   * How many numbers training changes.
   *
   * @return the sum over the networks
   */
  public long parameterCount() {
    return networks.stream().mapToLong(Network::parameterCount).sum();
  }

  /**
   * The weights of all.
   *
   * @return copies
   */
  public Tensors weights() {
    return union(Network::weights);
  }

  /**
   * The gradients of all.
   *
   * @return copies
   */
  public Tensors gradients() {
    return union(Network::gradients);
  }

  /**
   * Replaces the weights of all, or of none.
   *
   * @param weights what {@link #weights()} gave; others may be among them
   * @throws latentlab.failure.InvalidInputException if one is missing, has another shape, or is not
   *     finite
   */
  public void setWeights(Tensors weights) {
    networks.forEach(network -> network.checkWeights(weights));
    networks.forEach(network -> network.setWeights(weights));
  }

  /**
   * The state of the optimisers of all.
   *
   * @return copies
   */
  public Tensors optimizerState() {
    return union(Network::optimizerState);
  }

  /**
   * Replaces the state of all optimisers, or of none.
   *
   * @param state what {@link #optimizerState()} gave
   * @throws latentlab.failure.InvalidInputException if a tensor is missing, has another shape, or
   *     is not finite
   */
  public void setOptimizerState(Tensors state) {
    networks.forEach(network -> network.checkOptimizerState(state));
    networks.forEach(network -> network.setOptimizerState(state));
  }

  /**
   * Moves all networks along their last gradients.
   *
   * @param rateFactor multiplies the learning rate
   */
  public void update(double rateFactor) {
    networks.forEach(network -> network.update(rateFactor));
  }

  @Override
  public void close() {
    networks.forEach(Network::close);
  }

  private Tensors union(Function<Network, Tensors> part) {
    Map<String, Tensor> all = new LinkedHashMap<>();
    networks.forEach(network -> all.putAll(part.apply(network).byName()));
    return new Tensors(all);
  }
}
