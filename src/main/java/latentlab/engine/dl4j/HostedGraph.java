package latentlab.engine.dl4j;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.MatrixSum;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.SharedParameter;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.plan.PlannedLayer;
import latentlab.engine.primitives.Primitives;
import latentlab.random.Seed;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration.GraphBuilder;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.WorkspaceMode;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A planned network inside a DL4J {@code ComputationGraph}, which allocates and initialises its
 * parameters. The graph's own passes work too, but copy and allocate: this project's networks drive
 * the layers directly. Owned by one thread.
 */
public final class HostedGraph implements AutoCloseable {

  private final ComputationGraph graph;
  private final List<LayerVertex> vertices = new ArrayList<>();
  private final Map<String, ParameterView> views = new LinkedHashMap<>();
  private final Matrix parameters;
  private final Matrix gradients;
  private final HeldGradients held;
  private final int parameterCount;

  /**
   * Builds all layers.
   *
   * @param plan the layers and how they are joined
   * @param primitives do their arithmetic
   * @param shared parameters of other networks that layers may use
   * @param seed decides the initial weights
   */
  public HostedGraph(NetworkPlan plan, Primitives primitives, SharedParameters shared, Seed seed) {
    GraphBuilder builder =
        new NeuralNetConfiguration.Builder()
            .seed(seed.value())
            .trainingWorkspaceMode(WorkspaceMode.NONE)
            .inferenceWorkspaceMode(WorkspaceMode.NONE)
            .graphBuilder();
    plan.inputs().forEach(input -> builder.addInputs(vertexName(plan, input)));
    for (PlannedLayer layer : plan.layers()) {
      String[] inputs =
          layer.inputs().stream().map(input -> vertexName(plan, input)).toArray(String[]::new);
      LayerVertexConfiguration vertex =
          new LayerVertexConfiguration(layer, plan.mayOverwriteInput(layer), primitives);
      builder.addVertex(layer.name(), vertex, inputs);
    }
    builder.setOutputs(
        plan.outputs().stream()
            .map(output -> vertexName(plan, output))
            .distinct()
            .toArray(String[]::new));
    graph = new ComputationGraph(builder.build());
    Nd4j.getRandom().setSeed(seed.value());
    graph.init();
    graph.initGradientsView();
    parameters = flat(graph.params());
    gradients = flat(graph.getFlattenedGradients());
    held = new HeldGradients(gradients.columns(), new MatrixSum(primitives.workers()));
    buildLayers(plan, shared);
    parameterCount = count(views.values());
  }

  /** A network without parameters gets a vector that nobody reads: ND4J has no empty ones. */
  private static Matrix flat(@Nullable INDArray vector) {
    return vector == null || vector.isEmpty()
        ? Matrix.allocate(1, 1)
        : Matrix.over(vector, 1, Math.toIntExact(vector.length()));
  }

  private static String vertexName(NetworkPlan plan, Node value) {
    int layer = value.index() - plan.inputs().size();
    return layer < 0 ? plan.name() + ".input-" + value.index() : plan.layers().get(layer).name();
  }

  private void buildLayers(NetworkPlan plan, SharedParameters shared) {
    for (PlannedLayer layer : plan.layers()) {
      LayerVertex vertex = (LayerVertex) graph.getVertex(layer.name());
      vertex.build(name -> ownOrShared(name, shared));
      vertices.add(vertex);
      vertex.views().forEach((name, view) -> views.put(layer.name() + "." + name, view));
    }
  }

  private SharedParameter ownOrShared(String name, SharedParameters others) {
    return views.containsKey(name) ? share(name) : others.find(name);
  }

  /**
   * Lets a layer, of this network or of another, use a parameter of this one.
   *
   * @param name the parameter's full name, such as {@code encoder.0.weight}
   * @return live memory; gradients given to it are held until the next update
   * @throws IllegalArgumentException if there is no such parameter, or it is not trained
   */
  public SharedParameter share(String name) {
    ParameterView view = views.get(name);
    if (view == null || !view.parameter().trained()) {
      throw new IllegalArgumentException(
          "there is no trained parameter '" + name + "'; there are " + views.keySet());
    }
    long offset = view.values().array().offset() - parameters.array().offset();
    return new SharedParameter(view.values(), gradient -> held.add(offset, gradient));
  }

  /**
   * The layers.
   *
   * @return in the order of the plan
   */
  public List<Layer> layers() {
    return vertices.stream().map(LayerVertex::layer).toList();
  }

  /**
   * Copies what is not trained by gradients, such as running averages.
   *
   * @param other a graph of the same plan
   */
  public void takeStatisticsOf(HostedGraph other) {
    Iterator<ParameterView> theirs = other.views.values().iterator();
    for (ParameterView mine : views.values()) {
      ParameterView source = theirs.next();
      if (!mine.parameter().trained()) {
        mine.values().array().assign(source.values().array());
      }
    }
  }

  /**
   * The parameters of all layers.
   *
   * @return live memory by full name, in the order of the flat vectors
   */
  public Map<String, ParameterView> views() {
    return views;
  }

  /**
   * What is trained, as one vector.
   *
   * @return [1, n] live memory
   */
  public Matrix parameterVector() {
    return parameters;
  }

  /**
   * The gradients of what is trained.
   *
   * @return [1, n] live memory
   */
  public Matrix gradientVector() {
    return gradients;
  }

  /**
   * What is to be added to the gradients before the next update.
   *
   * @return of this graph
   */
  public HeldGradients held() {
    return held;
  }

  /**
   * What is trained.
   *
   * @return the number of parameters
   */
  public int parameterCount() {
    return parameterCount;
  }

  /** DL4J's own count leaves out vertices that are not its layers. */
  private static int count(Collection<ParameterView> views) {
    return views.stream()
        .map(ParameterView::parameter)
        .filter(Parameter::trained)
        .mapToInt(Parameter::size)
        .reduce(0, Math::addExact);
  }

  /**
   * The graph itself.
   *
   * @return live; its parameters and gradients are those of the layers
   */
  public ComputationGraph graph() {
    return graph;
  }

  /** Gives native memory back. */
  @Override
  public void close() {
    vertices.forEach(LayerVertex::close);
    held.close();
    parameters.close();
    gradients.close();
  }
}
