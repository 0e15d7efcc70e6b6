package latentlab.engine.plan;

import java.util.List;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * A layer in its place.
 *
 * @param name unique in the plan; begins with the plan's name
 * @param configuration of the layer
 * @param inputs what it is given
 * @param output what it gives
 */
public record PlannedLayer(
    String name, LayerConfiguration configuration, List<Node> inputs, Node output) {

  /** Copies the inputs. */
  public PlannedLayer {
    inputs = List.copyOf(inputs);
  }

  /**
   * The shapes of the inputs.
   *
   * @return in their order
   */
  public List<FeatureShape> inputShapes() {
    return inputs.stream().map(Node::shape).toList();
  }

  /**
   * Whether there is something to learn.
   *
   * @return true if the layer has parameters of its own
   */
  public boolean hasParameters() {
    return !configuration.parameters(inputShapes()).isEmpty();
  }
}
