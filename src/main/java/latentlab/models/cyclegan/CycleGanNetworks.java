package latentlab.models.cyclegan;

import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.data.ImageShape;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.models.AdversarialTrainer.Player;
import latentlab.models.LossTerms;
import latentlab.models.networks.NetworkGroup;
import latentlab.random.Seed;
import latentlab.storage.Tensors;

/** Both generators, both discriminators and what they remember. For one thread. */
final class CycleGanNetworks implements AutoCloseable {

  private static final double BETA1 = 0.5;
  private static final double BETA2 = 0.999;

  private final CycleGanConfig config;
  private final NetworkGroup generators;
  private final NetworkGroup critics;
  private final NetworkGroup all;
  private final List<Network> bothGenerators;
  private final Direction toFirst;
  private final Direction toSecond;

  CycleGanNetworks(CycleGanConfig config, ImageShape images, Seed seed) {
    this.config = config;
    CycleGanPlans plans = CycleGanPlans.of(config, images);
    Network drawsFirst = network(plans.generator("generator.0"), seed);
    Network drawsSecond = network(plans.generator("generator.1"), seed);
    Network judgesFirst = network(plans.critic("discriminator.0"), seed);
    Network judgesSecond = network(plans.critic("discriminator.1"), seed);
    bothGenerators = List.of(drawsFirst, drawsSecond);
    generators = new NetworkGroup(drawsFirst, drawsSecond);
    critics = new NetworkGroup(judgesFirst, judgesSecond);
    all = new NetworkGroup(drawsFirst, drawsSecond, judgesFirst, judgesSecond);
    int size = images.size();
    ReplayBuffer first = new ReplayBuffer("replay.0", config.replay(), size);
    ReplayBuffer second = new ReplayBuffer("replay.1", config.replay(), size);
    toFirst = new Direction(drawsFirst, drawsSecond, judgesFirst, first, config);
    toSecond = new Direction(drawsSecond, drawsFirst, judgesSecond, second, config);
  }

  private Network network(NetworkPlan plan, Seed seed) {
    Adam adam = new Adam(config.learningRate(), BETA1, BETA2);
    return Network.of(plan, adam, seed.derive(plan.name()));
  }

  /** All networks, for weights. */
  NetworkGroup all() {
    return all;
  }

  /** Translates [rows, pixels] of -1 to 1 into a class; overwritten by the next call. */
  Matrix translate(float[] images, int rows, int toClass) {
    return (toClass == 0 ? toFirst : toSecond).translate(images, rows);
  }

  /** The loss, without gradients. */
  LossTerms measure(DomainBatch batch) {
    if (batch.rows() == 0) {
      return CycleTerms.loss(CycleTerms.NONE, CycleTerms.NONE, config);
    }
    return CycleTerms.loss(
        toSecond.measure(batch.first(), batch.second(), batch.rows()),
        toFirst.measure(batch.second(), batch.first(), batch.rows()),
        config);
  }

  /**
   * The loss; the gradients of the generators' and of the discriminators' parts of it stay in them.
   *
   * @param batch at least one image of each class
   */
  LossTerms computeGradients(DomainBatch batch, RandomGenerator random) {
    CycleTerms there =
        toSecond.computeGradients(batch.first(), batch.second(), batch.rows(), random);
    // Each generator is the way back of the other direction, which adds to its gradients.
    bothGenerators.forEach(Network::holdGradients);
    CycleTerms back = toFirst.computeGradients(batch.second(), batch.first(), batch.rows(), random);
    // Held gradients join the last ones, so that none is left for a step that moves only the
    // others.
    bothGenerators.forEach(Network::gradientMemory);
    return CycleTerms.loss(there, back, config);
  }

  /** Moves both networks of a player along their gradients. */
  void update(Player player, double rateFactor) {
    (player == Player.GENERATOR ? generators : critics).update(rateFactor);
  }

  /** The state of the optimisers and the replay buffers. */
  Tensors trainingState() {
    return ReplayBuffer.joined(all.optimizerState(), buffers());
  }

  /** Replaces all of that state, or nothing. */
  void setTrainingState(Tensors state) {
    buffers().forEach(buffer -> buffer.check(state));
    all.setOptimizerState(state);
    buffers().forEach(buffer -> buffer.set(state));
  }

  private List<ReplayBuffer> buffers() {
    return List.of(toFirst.replay(), toSecond.replay());
  }

  @Override
  public void close() {
    all.close();
    toFirst.close();
    toSecond.close();
  }
}
