package latentlab.engine;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import latentlab.engine.dl4j.HostedGraph;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.HiddenActivation;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.optimizer.Optimizer;
import latentlab.engine.optimizer.OptimizerSettings;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import latentlab.engine.profile.LayerPassEvent;
import latentlab.random.Seed;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;
import org.jspecify.annotations.Nullable;

/**
 * A DL4J network that is trained by errors computed outside of it: {@link #forward}, {@link
 * #backward} with dL/d(output), then {@link #update}. Owned by one thread.
 *
 * <p>Batches are matrices, a row for each example; an image is a row in the order height, width,
 * channels. The layers are called one after another instead of through {@code ComputationGraph}'s
 * own passes, whose results would be copies.
 */
public final class Network implements AutoCloseable {

  private final String name;
  private final NetworkPlan plan;
  private final Primitives primitives;
  private final HostedGraph graph;
  private final GraphPasses passes;
  private final BatchCheck check;
  private final OptimizerSettings settings;
  private final Optimizer optimizer;
  private final Matrix optimizerMemory;
  private long updates;
  private int rowsForward;
  private boolean trainedForward;
  private @Nullable List<Matrix> lastOutputs;

  private Network(
      NetworkPlan plan,
      OptimizerSettings settings,
      Seed seed,
      Primitives primitives,
      SharedParameters shared) {
    this.name = plan.name();
    this.plan = plan;
    this.primitives = primitives;
    this.graph = new HostedGraph(plan, primitives, shared, seed);
    this.passes = new GraphPasses(plan, graph.layers(), new MatrixSum(primitives.workers()));
    this.check = new BatchCheck(name);
    this.settings = settings;
    this.optimizer = settings.start();
    this.optimizerMemory = Matrix.allocate(1, Math.max(1, stateSize()));
    this.optimizerMemory.array().assign(0);
  }

  /**
   * A new network on the primitives that this machine can use.
   *
   * @param plan the layers and how they are joined
   * @param settings of the optimiser
   * @param seed decides the initial weights
   * @return a network of the calling thread
   */
  public static Network of(NetworkPlan plan, OptimizerSettings settings, Seed seed) {
    return of(plan, settings, seed, PrimitivesChoice.make(), SharedParameters.NONE);
  }

  /**
   * A new network on given primitives.
   *
   * @param plan the layers and how they are joined
   * @param settings of the optimiser
   * @param seed decides the initial weights
   * @param primitives closed with the network
   * @param shared parameters of other networks that its layers may use; those networks must be
   *     updated after this one's backward pass and closed after this one
   * @return a network of the calling thread
   */
  public static Network of(
      NetworkPlan plan,
      OptimizerSettings settings,
      Seed seed,
      Primitives primitives,
      SharedParameters shared) {
    return new Network(plan, settings, seed, primitives, shared);
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
    List<Dense> layers = new ArrayList<>();
    for (int i = 1; i + 1 < sizes.size(); i++) {
      layers.add(new Dense(sizes.get(i), activation.weightRule(), activation.function()));
    }
    layers.add(new Dense(sizes.get(sizes.size() - 1), WeightRule.GLOROT_UNIFORM));
    FeatureShape input = FeatureShape.vector(sizes.get(0));
    return of(NetworkPlan.sequence(name, input, layers), new Adam(learningRate), seed);
  }

  /**
   * The number of parameters that are trained.
   *
   * @return weights and biases of all layers
   */
  public int parameterCount() {
    return graph.parameterCount();
  }

  /**
   * The shape of the first output.
   *
   * @return that of one example
   */
  public FeatureShape outputShape() {
    return plan.outputs().get(0).shape();
  }

  /**
   * Lets layers of other networks use this one's parameters.
   *
   * @return finds them by full name, such as {@code encoder.0.weight}
   */
  public SharedParameters sharedParameters() {
    return graph::share;
  }

  /**
   * Runs a batch through a network with one input, in training: statistics are those of the batch.
   *
   * @param input [rows, inputs]; must stay unchanged until {@link #backward} was called
   * @return [rows, outputs], the first output, overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the input has no rows, another number of columns or a value
   *     that is not finite
   */
  public Matrix forward(Matrix input) {
    return forward(List.of(input), Pass.TRAINING).get(0);
  }

  /**
   * Runs a batch through a network with one input, for use: each row's result depends on that row
   * alone.
   *
   * @param input [rows, inputs]
   * @return [rows, outputs], the first output, overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the input has no rows, another number of columns or a value
   *     that is not finite
   */
  public Matrix infer(Matrix input) {
    return forward(List.of(input), Pass.INFERENCE).get(0);
  }

  /**
   * Runs a batch through the network.
   *
   * @param inputs a batch for each input, with equal numbers of rows
   * @param pass training or use
   * @return a batch for each output, overwritten by the next call with as many rows
   * @throws IllegalArgumentException if an input is missing, has no rows, another number of columns
   *     or a value that is not finite
   */
  public List<Matrix> forward(List<Matrix> inputs, Pass pass) {
    check.checkInputs(inputs, plan.inputs());
    rowsForward = pass.backward() ? inputs.get(0).rows() : 0;
    trainedForward = pass.training();
    List<Matrix> outputs = passes.forward(inputs, pass);
    lastOutputs = outputs;
    return outputs;
  }

  /**
   * Computes the gradients of all parameters for the batch that went forward last.
   *
   * @param error [rows, outputs] dL/d(first output); overwritten
   * @return [rows, inputs] dL/d(first input), overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the error has other numbers of rows or columns
   * @throws IllegalStateException if no {@link #forward} came right before
   */
  public Matrix backward(Matrix error) {
    return firstOf(backward(firstError(error), new Wanted(true, true)));
  }

  /**
   * As {@link #backward(Matrix)}, without the error of the input, which saves a matrix product.
   *
   * @param error [rows, outputs] dL/d(first output); overwritten
   * @throws IllegalArgumentException if the error has other numbers of rows or columns
   * @throws IllegalStateException if no {@link #forward} came right before
   */
  public void backwardWithoutInputError(Matrix error) {
    backward(firstError(error), new Wanted(true, false));
  }

  /**
   * As {@link #backward(Matrix)}, without the gradients of the parameters: through a network that
   * is not to learn from this batch.
   *
   * @param error [rows, outputs] dL/d(first output); overwritten
   * @return [rows, inputs] dL/d(first input), overwritten by the next call with as many rows
   * @throws IllegalArgumentException if the error has other numbers of rows or columns
   * @throws IllegalStateException if no {@link #forward} came right before
   */
  public Matrix backwardToInput(Matrix error) {
    return firstOf(backward(firstError(error), new Wanted(false, true)));
  }

  private List<@Nullable Matrix> firstError(Matrix error) {
    List<@Nullable Matrix> errors =
        new ArrayList<>(Collections.nCopies(plan.outputs().size(), null));
    errors.set(0, error);
    return errors;
  }

  private Matrix firstOf(List<@Nullable Matrix> errors) {
    Matrix first = errors.get(0);
    if (first == null) {
      throw new IllegalStateException("the output of " + name + " does not depend on its input");
    }
    return first;
  }

  /**
   * Goes back through the batch that went forward last.
   *
   * @param outputErrors dL/d(output) for each output, overwritten; null where the loss does not
   *     depend on it
   * @param wanted what is needed
   * @return dL/d(input) for each input; null where it is not wanted or does not exist
   * @throws IllegalArgumentException if an error has other numbers of rows or columns, or lies in
   *     the memory of an output that its layer still needs
   * @throws IllegalStateException if no {@link #forward} that a backward pass may follow came right
   *     before, or parameters are wanted after {@link Pass#FROZEN}
   */
  public List<@Nullable Matrix> backward(
      List<? extends @Nullable Matrix> outputErrors, Wanted wanted) {
    List<Matrix> outputs = lastOutputs;
    if (outputs == null || rowsForward == 0) {
      throw new IllegalStateException(
          "a backward pass of " + name + " needs a forward pass in training before it");
    }
    if (wanted.parameters() && !trainedForward) {
      throw new IllegalStateException(
          "gradients of the parameters of " + name + " need a forward pass in training before");
    }
    for (int i = 0; i < outputs.size(); i++) {
      Matrix error = outputErrors.get(i);
      if (error != null) {
        check.checkShape("error", error, plan.outputs().get(i).shape());
        check.checkRows("error", error, rowsForward);
        refuseNeededMemory(error, outputs.get(i), i);
      } else if (wanted.parameters()) {
        graph.gradientVector().array().assign(0);
      }
    }
    return passes.backward(outputErrors, wanted);
  }

  private void refuseNeededMemory(Matrix error, Matrix output, int index) {
    if (error.array() == output.array() && plan.readsOutputBackward(plan.outputs().get(index))) {
      throw new IllegalArgumentException(
          "the error of "
              + name
              + " must not overwrite the output, which its last layer still needs");
    }
  }

  /**
   * Lets directions go through the network's derivative, for losses that depend on the slope of the
   * output.
   *
   * @return passes on the memory of this network, of the same thread
   * @throws IllegalArgumentException if this is not a sequence of piecewise linear layers from one
   *     input to one output; the message names the first layer that is not
   */
  public TangentPasses tangentPasses() {
    return TangentPasses.of(plan, graph.layers(), () -> trainedForward ? rowsForward : 0);
  }

  /**
   * Keeps the gradients computed last, to be added to those of the next backward pass: for batches
   * in parts, and for losses of several batches.
   */
  public void holdGradients() {
    graph.held().add(graph.gradientVector());
  }

  /** Moves the parameters by one step of the optimiser along the gradients computed last. */
  public void update() {
    update(1);
  }

  /**
   * As {@link #update()}, with another learning rate.
   *
   * @param rateFactor what the learning rate is multiplied by
   */
  public void update(double rateFactor) {
    LayerPassEvent event = new LayerPassEvent();
    event.begin();
    updates++;
    optimizer.apply(
        parameters(),
        gradientMemory(),
        optimizerMemory.buffer(),
        parameterCount(),
        updates,
        rateFactor * settings.learningRate());
    event.finish(name, "Optimizer", LayerPassEvent.UPDATE, 0);
  }

  /**
   * The parameters, for what works on all of them: moving averages, clipping.
   *
   * @return [n] live memory of the network's thread
   */
  public FloatBuffer parameters() {
    return graph.parameterVector().buffer();
  }

  /**
   * The gradients computed last together with those that were held, for what works on all of them.
   *
   * @return [n] live memory of the network's thread
   */
  public FloatBuffer gradientMemory() {
    graph.held().moveInto(graph.gradientVector());
    return graph.gradientVector().buffer();
  }

  /**
   * The gradients computed last together with those that were held, for tests and charts.
   *
   * @return a copy, in the order of {@link #weights()}, of what is trained
   */
  public Tensors gradients() {
    graph.held().moveInto(graph.gradientVector());
    return tensors(ParameterView::gradient, Parameter::trained);
  }

  /**
   * The parameters by name, such as {@code <name>.<layer>.weight}, of shape [outputs, inputs] or
   * [outputs, inputs, height, width], as other frameworks store them.
   *
   * @return copies
   */
  public Tensors weights() {
    return tensors(ParameterView::values, parameter -> true);
  }

  private Tensors tensors(Function<ParameterView, Matrix> memory, Predicate<Parameter> chosen) {
    Map<String, Tensor> byName = new LinkedHashMap<>();
    graph
        .views()
        .forEach(
            (key, view) -> {
              Parameter parameter = view.parameter();
              if (chosen.test(parameter)) {
                float[] values = new float[parameter.size()];
                memory.apply(view).copyTo(values);
                byName.put(key, new Tensor(parameter.shape(), values));
              }
            });
    return new Tensors(byName);
  }

  /**
   * Checks whether {@link #setWeights} would accept some weights.
   *
   * @param weights what is to be checked
   * @throws latentlab.failure.InvalidInputException if it would not
   */
  public void checkWeights(Tensors weights) {
    graph.views().forEach((key, view) -> weights.checked(key, view.parameter().shape()));
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
    graph.views().forEach((key, view) -> view.values().copyFrom(weights.get(key).values()));
  }

  /**
   * Checks whether {@link #setOptimizerState} would accept some state.
   *
   * @param state what is to be checked
   * @throws latentlab.failure.InvalidInputException if it would not
   */
  public void checkOptimizerState(Tensors state) {
    state.checked(momentsKey(), List.of((long) settings.stateVectors(), (long) parameterCount()));
    state.checked(updatesKey(), List.of(2L));
  }

  /**
   * Takes over what is not trained by gradients, such as running averages of batches.
   *
   * @param other a network of the same plan
   */
  public void takeStatisticsOf(Network other) {
    graph.takeStatisticsOf(other.graph);
  }

  /**
   * The state of the optimiser: {@code <name>.<optimiser>.moments} of shape [vectors, n], for Adam
   * first moments, then second, and {@code <name>.<optimiser>.updates}, the number of updates as
   * two digits of base 2^24, which floats hold exactly.
   *
   * @return copies
   */
  public Tensors optimizerState() {
    float[] values = new float[stateSize()];
    optimizerMemory.buffer().get(0, values, 0, values.length);
    Map<String, Tensor> state = new LinkedHashMap<>();
    state.put(
        momentsKey(),
        new Tensor(List.of((long) settings.stateVectors(), (long) parameterCount()), values));
    state.put(updatesKey(), Tensor.vector((float) (updates >>> 24), (float) (updates & 0xFFFFFF)));
    return new Tensors(state);
  }

  /**
   * Replaces the state of the optimiser.
   *
   * @param state holds, besides any others, the tensors that {@link #optimizerState()} names
   * @throws latentlab.failure.InvalidInputException if one is missing, has another shape or a value
   *     that is not finite; nothing is changed then
   */
  public void setOptimizerState(Tensors state) {
    checkOptimizerState(state);
    float[] values = state.get(momentsKey()).values();
    optimizerMemory.buffer().put(0, values, 0, values.length);
    float[] digits = state.get(updatesKey()).values();
    updates = ((long) digits[0] << 24) + (long) digits[1];
  }

  /** Gives native memory back; the network cannot be used afterwards. */
  @Override
  public void close() {
    graph.close();
    optimizerMemory.close();
    primitives.close();
  }

  private int stateSize() {
    return Math.multiplyExact(settings.stateVectors(), parameterCount());
  }

  private String momentsKey() {
    return name + "." + settings.key() + ".moments";
  }

  private String updatesKey() {
    return name + "." + settings.key() + ".updates";
  }
}
