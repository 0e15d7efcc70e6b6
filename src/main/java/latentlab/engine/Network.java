package latentlab.engine;

import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Dense;
import latentlab.engine.layers.DenseLayer;
import latentlab.engine.layers.HiddenActivation;
import latentlab.engine.optimizer.AdamStep;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.params.DefaultParamInitializer;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.learning.config.Adam;

/**
 * A DL4J network of dense layers that is trained by errors computed outside of it: {@link
 * #forward}, {@link #backward} with dL/d(output), then {@link #update}. Owned by one thread.
 *
 * <p>The layers are called one after another instead of through {@code MultiLayerNetwork}'s own
 * passes, whose workspaces and checks cost time and whose results would be copies.
 */
public final class Network implements AutoCloseable {

  private static final LayerWorkspaceMgr NO_WORKSPACES = LayerWorkspaceMgr.noWorkspacesImmutable();

  private final String name;
  private final MultiLayerNetwork network;
  private final List<DenseLayer> layers;
  private final AdamStep optimizer;
  private final FloatBuffer parameters;
  private final FloatBuffer gradients;
  private final FloatBuffer optimizerMemory;
  private long updates;

  private Network(String name, MultiLayerNetwork network, Adam adam) {
    this.name = name;
    this.network = network;
    this.layers = Arrays.stream(network.getLayers()).map(DenseLayer.class::cast).toList();
    this.optimizer = new AdamStep(adam);
    this.parameters = memoryOf(network.params());
    this.gradients = memoryOf(network.getFlattenedGradients());
    this.optimizerMemory = memoryOf(network.getUpdater().getStateViewArray());
  }

  /**
   * A new network of dense layers, the last of them linear.
   *
   * @param name what its weights are called in files, such as {@code encoder}
   * @param sizes the number of inputs, the widths of the hidden layers, the number of outputs
   * @param activation the nonlinearity after each hidden layer
   * @param learningRate the step size of Adam
   * @param seed decides the initial weights
   * @return a network whose weights are drawn by He's uniform rule before rectifiers, else by
   *     Glorot's or LeCun's
   */
  public static Network dense(
      String name,
      List<Integer> sizes,
      HiddenActivation activation,
      double learningRate,
      Seed seed) {
    Adam adam = new Adam(learningRate);
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed.value())
            .updater(adam)
            .miniBatch(false)
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .list();
    for (int i = 0; i + 1 < sizes.size(); i++) {
      boolean last = i + 2 == sizes.size();
      Dense.Builder layer = new Dense.Builder().nIn(sizes.get(i)).nOut(sizes.get(i + 1));
      layer.activation(last ? Activation.IDENTITY.getActivationFunction() : activation.function());
      layer.weightInit(last ? WeightInit.XAVIER_UNIFORM : activation.weightInit());
      layers.layer(layer.build());
    }
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    network.initGradientsView();
    return new Network(name, network, adam);
  }

  /**
   * The number of parameters.
   *
   * @return weights and biases of all layers
   */
  public int parameterCount() {
    return Math.toIntExact(network.numParams());
  }

  /**
   * Runs a batch through the network.
   *
   * @param input [rows, inputs]; must stay unchanged until {@link #backward} was called
   * @return [rows, outputs], overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the input has another number of columns
   */
  public Matrix forward(Matrix input) {
    INDArray values = input.array();
    for (DenseLayer layer : layers) {
      values = layer.activate(values, true, NO_WORKSPACES);
    }
    return Matrix.ofBatch(values);
  }

  /**
   * Computes the gradients of all parameters for the batch that went forward last.
   *
   * @param error [rows, outputs] dL/d(output); overwritten
   * @return [rows, inputs] dL/d(input), overwritten by the next call with as many rows
   */
  public Matrix backward(Matrix error) {
    return Matrix.ofBatch(backward(error, true));
  }

  /**
   * As {@link #backward(Matrix)}, without the error of the input, which saves a matrix product.
   *
   * @param error [rows, outputs] dL/d(output); overwritten
   */
  public void backwardWithoutInputError(Matrix error) {
    backward(error, false);
  }

  @SuppressWarnings("NullAway") // Only the first layer's error may be absent, where unwanted.
  private INDArray backward(Matrix error, boolean inputErrorWanted) {
    layers.get(0).setInputErrorWanted(inputErrorWanted);
    INDArray values = error.array();
    for (int i = layers.size() - 1; i >= 0; i--) {
      values = layers.get(i).backpropGradient(values, NO_WORKSPACES).getSecond();
    }
    return values;
  }

  /** Moves the parameters by one step of Adam along the gradients computed last. */
  public void update() {
    updates++;
    optimizer.apply(parameters, gradients, optimizerMemory, parameterCount(), updates);
  }

  /**
   * The gradients computed last, for tests and charts.
   *
   * @return a copy, in the order of {@link #weights()}
   */
  public Tensors gradients() {
    return tensors(true);
  }

  /**
   * The parameters by name: {@code <name>.<layer>.weight} of shape [outputs, inputs] and {@code
   * <name>.<layer>.bias} of shape [outputs], as other frameworks store them.
   *
   * @return copies
   */
  public Tensors weights() {
    return tensors(false);
  }

  /**
   * Checks whether {@link #setWeights} would accept some weights.
   *
   * @param weights what is to be checked
   * @throws latentlab.failure.InvalidInputException if it would not
   */
  public void checkWeights(Tensors weights) {
    NamedTensorCheck.check(weightShapes(), weights);
  }

  /**
   * Checks whether {@link #setOptimizerState} would accept some state.
   *
   * @param state what is to be checked
   * @throws latentlab.failure.InvalidInputException if it would not
   */
  public void checkOptimizerState(Tensors state) {
    NamedTensorCheck.check(
        Map.of(momentsKey(), List.of(2L, (long) parameterCount()), updatesKey(), List.of(2L)),
        state);
  }

  /**
   * Replaces the parameters.
   *
   * @param weights holds, besides any others, the tensors that {@link #weights()} names
   * @throws latentlab.failure.InvalidInputException if one is missing, has another shape or a value
   *     that is not finite; nothing is changed then
   */
  public void setWeights(Tensors weights) {
    checkWeights(weights);
    for (int i = 0; i < layers.size(); i++) {
      put(network.getLayer(i).getParam(DefaultParamInitializer.WEIGHT_KEY), weights, key(i, true));
      put(network.getLayer(i).getParam(DefaultParamInitializer.BIAS_KEY), weights, key(i, false));
    }
  }

  /**
   * The state of Adam: {@code <name>.adam.moments} of shape [2, n], first moments then second, and
   * {@code <name>.adam.updates}, the number of updates as two digits of base 2^24, which floats
   * hold exactly.
   *
   * @return copies
   */
  public Tensors optimizerState() {
    int n = parameterCount();
    float[] moments = new float[2 * n];
    optimizerMemory.get(0, moments, 0, moments.length);
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put(momentsKey(), new Tensor(List.of(2L, (long) n), moments));
    state.put(updatesKey(), Tensor.vector((float) (updates >>> 24), (float) (updates & 0xFFFFFF)));
    return new Tensors(state);
  }

  /**
   * Replaces the state of Adam.
   *
   * @param state holds, besides any others, the tensors that {@link #optimizerState()} names
   * @throws latentlab.failure.InvalidInputException if one is missing, has another shape or a value
   *     that is not finite; nothing is changed then
   */
  public void setOptimizerState(Tensors state) {
    checkOptimizerState(state);
    float[] moments = state.get(momentsKey()).values();
    optimizerMemory.put(0, moments, 0, moments.length);
    float[] digits = state.get(updatesKey()).values();
    updates = ((long) digits[0] << 24) + (long) digits[1];
  }

  /** Gives native memory back; the network cannot be used afterwards. */
  @Override
  public void close() {
    layers.forEach(DenseLayer::releaseMemory);
    network.close();
  }

  private String momentsKey() {
    return name + ".adam.moments";
  }

  private String updatesKey() {
    return name + ".adam.updates";
  }

  private Map<String, List<Long>> weightShapes() {
    Map<String, List<Long>> shapes = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      INDArray weight = part(i, DefaultParamInitializer.WEIGHT_KEY, false);
      shapes.put(key(i, true), List.of(weight.size(1), weight.size(0)));
      shapes.put(key(i, false), List.of(weight.size(1)));
    }
    return shapes;
  }

  private Tensors tensors(boolean ofGradients) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    for (int i = 0; i < layers.size(); i++) {
      INDArray weight = part(i, DefaultParamInitializer.WEIGHT_KEY, ofGradients);
      INDArray bias = part(i, DefaultParamInitializer.BIAS_KEY, ofGradients);
      byName.put(key(i, true), new Tensor(List.of(weight.size(1), weight.size(0)), copy(weight)));
      byName.put(key(i, false), Tensor.vector(copy(bias)));
    }
    return new Tensors(byName);
  }

  private INDArray part(int layer, String key, boolean ofGradients) {
    return ofGradients ? layers.get(layer).gradientView(key) : layers.get(layer).getParam(key);
  }

  private String key(int layer, boolean weight) {
    return name + "." + layer + (weight ? ".weight" : ".bias");
  }

  private static float[] copy(INDArray array) {
    float[] values = new float[Math.toIntExact(array.length())];
    memoryOf(array).get(0, values);
    return values;
  }

  private static void put(INDArray target, Tensors source, String key) {
    memoryOf(target).put(0, source.get(key).values());
  }

  private static FloatBuffer memoryOf(INDArray array) {
    return array.data().asNioFloat().slice();
  }
}
