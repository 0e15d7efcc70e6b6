package latentlab.engine.dl4j;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.ParameterView;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.SharedParameters;
import latentlab.engine.layers.Wanted;
import org.deeplearning4j.nn.api.MaskState;
import org.deeplearning4j.nn.api.TrainingConfig;
import org.deeplearning4j.nn.gradient.DefaultGradient;
import org.deeplearning4j.nn.gradient.Gradient;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.graph.vertex.BaseGraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.common.primitives.Pair;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * A layer of this project inside a DL4J graph: takes its part of the flat vectors of parameters and
 * gradients, and what is not trained from memory of its own.
 */
@SuppressWarnings("overrides") // DL4J's base class narrows variable arguments to an array.
final class LayerVertex extends BaseGraphVertex {

  private static final long serialVersionUID = 1L;

  private final transient LayerVertexConfiguration configuration;
  private final transient Map<String, INDArray> values = new LinkedHashMap<>();
  private final transient Map<String, INDArray> gradients = new LinkedHashMap<>();
  private final transient Map<String, ParameterView> views = new LinkedHashMap<>();
  private final transient @Nullable INDArray parameterVector;
  private transient @Nullable INDArray gradientVector;
  private transient @Nullable Layer layer;

  LayerVertex(
      ComputationGraph graph,
      String name,
      int index,
      LayerVertexConfiguration configuration,
      @Nullable INDArray parameterVector,
      boolean initialize) {
    super(graph, name, index, null, null, DataType.FLOAT);
    this.configuration = configuration;
    this.parameterVector = parameterVector;
    long taken = 0;
    for (Parameter parameter : configuration.parameters()) {
      INDArray part;
      if (parameter.trained()) {
        part = part(parameterVector, taken, parameter);
        taken += parameter.size();
      } else {
        part = Nd4j.create(DataType.FLOAT, parameter.size());
      }
      if (initialize || !parameter.trained()) {
        parameter.initialization().writer().accept(part);
      }
      values.put(parameter.name(), part);
    }
  }

  private static INDArray part(@Nullable INDArray vector, long from, Parameter parameter) {
    if (vector == null) {
      throw new IllegalStateException("there is no memory for " + parameter.name());
    }
    return vector
        .reshape(vector.length())
        .get(NDArrayIndex.interval(from, from + parameter.size()));
  }

  @Override
  public void setBackpropGradientsViewArray(INDArray vector) {
    gradientVector = vector;
    long taken = 0;
    for (Parameter parameter : configuration.parameters()) {
      if (parameter.trained()) {
        gradients.put(parameter.name(), part(vector, taken, parameter));
        taken += parameter.size();
      }
    }
  }

  /** Makes the layer, once parameters and gradients have their places. */
  void build(SharedParameters shared) {
    for (Parameter parameter : configuration.parameters()) {
      INDArray value = get(values, parameter);
      INDArray gradient = parameter.trained() ? get(gradients, parameter) : value;
      views.put(
          parameter.name(),
          new ParameterView(parameter, matrix(value, parameter), matrix(gradient, parameter)));
    }
    layer =
        configuration
            .planned()
            .configuration()
            .build(
                new LayerContext(
                    vertexName,
                    configuration.planned().inputShapes(),
                    configuration.inputReusable(),
                    configuration.primitives(),
                    views,
                    shared));
  }

  private static INDArray get(Map<String, INDArray> parts, Parameter parameter) {
    INDArray part = parts.get(parameter.name());
    if (part == null) {
      throw new IllegalStateException("there is no memory for " + parameter.name());
    }
    return part;
  }

  private static Matrix matrix(INDArray values, Parameter parameter) {
    int rows = parameter.shape().size() == 1 ? 1 : Math.toIntExact(parameter.shape().get(0));
    return Matrix.over(values, rows, parameter.size() / rows);
  }

  Layer layer() {
    if (layer == null) {
      throw new IllegalStateException(vertexName + " was not built");
    }
    return layer;
  }

  Map<String, ParameterView> views() {
    return views;
  }

  @Override
  public INDArray doForward(boolean training, LayerWorkspaceMgr workspaces) {
    List<Matrix> given = new ArrayList<>();
    for (INDArray input : inputs) {
      given.add(Matrix.ofBatch(input.dup('c')));
    }
    return layer().forward(given, training ? Pass.TRAINING : Pass.INFERENCE).array().dup('c');
  }

  @Override
  public Pair<Gradient, INDArray[]> doBackward(boolean truncated, LayerWorkspaceMgr workspaces) {
    List<Matrix> errors =
        layer().backward(Matrix.ofBatch(epsilon.dup('c')), new Wanted(true, true));
    Gradient gradient = new DefaultGradient();
    gradients.forEach((name, part) -> gradient.setGradientFor(name, part));
    INDArray[] copies =
        errors.stream().map(error -> error.array().dup('c')).toArray(INDArray[]::new);
    return new Pair<>(gradient, copies);
  }

  @Override
  public Pair<INDArray, MaskState> feedForwardMaskArrays(
      INDArray[] masks, MaskState state, int minibatch) {
    throw new UnsupportedOperationException(vertexName + " takes no masks");
  }

  @Override
  public boolean hasLayer() {
    return false;
  }

  @Override
  public org.deeplearning4j.nn.api.@Nullable Layer getLayer() {
    return null;
  }

  @Override
  public Map<String, INDArray> paramTable(boolean backpropagated) {
    Map<String, INDArray> trained = new LinkedHashMap<>(values);
    trained.keySet().retainAll(gradients.keySet());
    return trained;
  }

  @Override
  public long numParams() {
    return configuration.numParams(true);
  }

  @Override
  public @Nullable INDArray params() {
    return parameterVector;
  }

  @Override
  public @Nullable INDArray getGradientsViewArray() {
    return gradientVector;
  }

  @Override
  public TrainingConfig getConfig() {
    return new VertexTraining(vertexName);
  }

  @Override
  public String toString() {
    return "LayerVertex(" + vertexName + ", " + Arrays.toString(inputVertices) + ")";
  }

  void close() {
    if (layer != null) {
      layer.close();
    }
    values.forEach(
        (name, part) -> {
          if (!gradients.containsKey(name) && part.closeable()) {
            part.close();
          }
        });
  }
}
