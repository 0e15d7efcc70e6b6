package latentlab.engine.dl4j;

import java.util.List;
import latentlab.engine.layers.Parameter;
import latentlab.engine.plan.PlannedLayer;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.inputs.InputType;
import org.deeplearning4j.nn.conf.memory.LayerMemoryReport;
import org.deeplearning4j.nn.conf.memory.MemoryReport;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Any layer of this project as DL4J's configuration of a vertex. It lives as long as the network
 * that is built from it and is not stored: files hold this project's own configurations.
 */
final class LayerVertexConfiguration extends GraphVertex {

  private static final long serialVersionUID = 1L;

  private final transient PlannedLayer planned;
  private final transient boolean inputReusable;
  private final transient Primitives primitives;

  LayerVertexConfiguration(PlannedLayer planned, boolean inputReusable, Primitives primitives) {
    this.planned = planned;
    this.inputReusable = inputReusable;
    this.primitives = primitives;
  }

  PlannedLayer planned() {
    return planned;
  }

  boolean inputReusable() {
    return inputReusable;
  }

  Primitives primitives() {
    return primitives;
  }

  List<Parameter> parameters() {
    return planned.configuration().parameters(planned.inputShapes());
  }

  @Override
  public GraphVertex clone() {
    return new LayerVertexConfiguration(planned, inputReusable, primitives);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LayerVertexConfiguration vertex && planned.equals(vertex.planned);
  }

  @Override
  public int hashCode() {
    return planned.hashCode();
  }

  @Override
  public long numParams(boolean backpropagated) {
    return parameters().stream().filter(Parameter::trained).mapToLong(Parameter::size).sum();
  }

  @Override
  public int minVertexInputs() {
    return planned.inputs().size();
  }

  @Override
  public int maxVertexInputs() {
    return planned.inputs().size();
  }

  @Override
  public LayerVertex instantiate(
      ComputationGraph graph,
      String name,
      int index,
      INDArray parameters,
      boolean initialize,
      DataType type) {
    if (type != DataType.FLOAT) {
      throw new IllegalArgumentException(name + " computes with FLOAT, not " + type);
    }
    return new LayerVertex(graph, name, index, this, parameters, initialize);
  }

  @Override
  public InputType getOutputType(int layerIndex, InputType... types) {
    FeatureShape output = planned.output().shape();
    return InputType.feedForward(output.size());
  }

  @Override
  public MemoryReport getMemoryReport(InputType... types) {
    InputType output = getOutputType(-1, types);
    return new LayerMemoryReport.Builder(
            planned.name(), LayerVertexConfiguration.class, output, output)
        .standardMemory(numParams(true), 0)
        .workingMemory(0, 0, 0, output.arrayElementsPerExample())
        .cacheMemory(MemoryReport.CACHE_MODE_ALL_ZEROS, MemoryReport.CACHE_MODE_ALL_ZEROS)
        .build();
  }
}
