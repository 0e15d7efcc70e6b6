package latentlab.models.adversarial;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import latentlab.engine.Network;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixBuffer;
import latentlab.engine.layers.Pass;
import latentlab.engine.optimizer.OptimizerSettings;
import latentlab.engine.optimizer.StochasticGradientDescent;
import latentlab.engine.plan.NetworkPlan;
import latentlab.models.networks.SignedPixels;
import latentlab.models.networks.WeightAverage;
import latentlab.random.Seed;

/**
 * Draws images from codes, and from classes if it is told them. Its network ends in a tanh: images
 * are -1 to 1 in training. Owned by the thread that owns the model.
 */
public final class Generator implements AutoCloseable {

  private final Network network;
  private final Optional<AveragedNetwork> averaged;
  private final int latent;
  private final int classes;
  private final MatrixBuffer codeInput;
  private final MatrixBuffer classInput;
  private float[] switches = new float[0];

  /**
   * Takes a network over.
   *
   * @param network [rows, latent] and, if it is told classes, [rows, classes] of zeros and a one,
   *     to [rows, pixels]; closed with this
   * @param latent the number of latent dimensions
   * @param classes how many classes it is told; 0 for none
   */
  public Generator(Network network, int latent, int classes) {
    this(network, Optional.empty(), latent, classes);
  }

  private Generator(Network network, Optional<AveragedNetwork> averaged, int latent, int classes) {
    this.network = network;
    this.averaged = averaged;
    this.latent = latent;
    this.classes = classes;
    this.codeInput = new MatrixBuffer(latent);
    this.classInput = new MatrixBuffer(Math.max(1, classes));
  }

  /**
   * A generator that draws for use with the running average of its weights (Yaz et al. 2019): the
   * weights of a single step go round and round with the game.
   *
   * @param plan the network of a name, as {@link #Generator} takes it
   * @param optimizer of the network that learns
   * @param seed decides the initial weights
   * @param latent the number of latent dimensions
   * @param classes how many classes it is told; 0 for none
   * @param decay how much of the average a step keeps, below 1; 0 for no average
   * @return a generator of the calling thread
   */
  public static Generator of(
      Function<String, NetworkPlan> plan,
      OptimizerSettings optimizer,
      Seed seed,
      int latent,
      int classes,
      double decay) {
    Network network = Network.of(plan.apply("generator"), optimizer, seed);
    if (decay == 0) {
      return new Generator(network, latent, classes);
    }
    // Never updated by an optimiser, so one without a state.
    Network target = Network.of(plan.apply("average"), new StochasticGradientDescent(1), seed);
    AveragedNetwork averaged =
        new AveragedNetwork(target, new WeightAverage(network, target, decay));
    return new Generator(network, Optional.of(averaged), latent, classes);
  }

  /**
   * All networks whose weights are stored.
   *
   * @return the one that learns, and its average if there is one
   */
  public List<Network> networks() {
    return averaged
        .map(present -> List.of(network, present.network()))
        .orElseGet(() -> List.of(network));
  }

  /**
   * The network that draws for use.
   *
   * @return live; the generator owns it
   */
  public Network drawing() {
    return averaged.map(AveragedNetwork::network).orElse(network);
  }

  /**
   * Moves the network along the gradients computed last.
   *
   * @param rateFactor multiplies the learning rate
   */
  public void update(double rateFactor) {
    network.update(rateFactor);
    averaged.ifPresent(present -> present.average().update());
  }

  /** The weights of {@link #networks} were replaced from outside. */
  public void weightsWereSet() {
    averaged.ifPresent(present -> present.average().weightsWereSet());
  }

  /**
   * What the average needs besides weights to go on.
   *
   * @return empty without an average
   */
  public Optional<WeightAverage> average() {
    return averaged.map(AveragedNetwork::average);
  }

  /**
   * The network that learns.
   *
   * @return live; the generator owns it
   */
  public Network network() {
    return network;
  }

  /**
   * The number of latent dimensions.
   *
   * @return at least 1
   */
  public int latent() {
    return latent;
  }

  /**
   * Draws images to learn from what is said about them; batch normalisation uses the batch.
   *
   * @param codes [rows, latent]
   * @param labels [rows] the classes; not read if it is told none
   * @return [rows, pixels], -1 to 1, overwritten by the next call with as many rows
   */
  public Matrix draw(float[] codes, int[] labels) {
    return forward(network, codes, 0, codes.length / latent, labels, Pass.TRAINING);
  }

  /**
   * Draws images for use: each depends on its code and class alone.
   *
   * @param codes [at least from + rows, latent]
   * @param from the first row
   * @param rows how many
   * @param labels [at least from + rows] the classes; not read if it is told none
   * @return [rows, pixels], -1 to 1, overwritten by the next call with as many rows
   */
  public Matrix infer(float[] codes, int from, int rows, int[] labels) {
    return forward(drawing(), codes, from, rows, labels, Pass.INFERENCE);
  }

  /**
   * Draws images for people.
   *
   * @param codes [at least from + rows, latent]
   * @param from the first row
   * @param rows how many
   * @param labels [at least from + rows] the classes; not read if it is told none
   * @param target receives [rows, pixels], 0 to 1
   * @param offset where in the target the first row starts
   */
  public void fill(float[] codes, int from, int rows, int[] labels, float[] target, int offset) {
    SignedPixels.toUnit(infer(codes, from, rows, labels), target, offset);
  }

  /**
   * Computes the gradients for the images drawn last; they stay in the network.
   *
   * @param errors [rows, pixels], the derivative of the loss by each value; overwritten
   */
  public void learn(Matrix errors) {
    network.backwardWithoutInputError(errors);
  }

  private Matrix forward(
      Network network, float[] codes, int from, int rows, int[] labels, Pass pass) {
    Matrix input = codeInput.fill(codes, from, rows);
    List<Matrix> inputs =
        classes == 0 ? List.of(input) : List.of(input, switches(labels, from, rows));
    return network.forward(inputs, pass).get(0);
  }

  private Matrix switches(int[] labels, int from, int rows) {
    if (switches.length != rows * classes) {
      switches = new float[rows * classes];
    }
    for (int i = 0; i < switches.length; i++) {
      switches[i] = labels[from + i / classes] == i % classes ? 1f : 0f;
    }
    return classInput.fill(switches, 0, rows);
  }

  @Override
  public void close() {
    networks().forEach(Network::close);
    codeInput.close();
    classInput.close();
  }

  /**
   * The network that draws for use.
   *
   * @param network has the averaged weights
   * @param average writes them
   */
  private record AveragedNetwork(Network network, WeightAverage average) {}
}
