package latentlab.engine.layers;

import java.util.List;
import latentlab.engine.primitives.FeatureShape;

/** A layer as a network is described: immutable, without memory, usable for many networks. */
public interface LayerConfiguration {

  /**
   * The shape of what the layer gives.
   *
   * @param inputs the shapes of what it is given
   * @return the shape
   * @throws IllegalArgumentException if the layer cannot be given such inputs; the message says
   *     what was expected
   */
  FeatureShape output(List<FeatureShape> inputs);

  /**
   * What the network has to hold for the layer.
   *
   * @param inputs the shapes of what it is given, which {@link #output} accepts
   * @return its parameters, in the order of the flat vectors
   */
  List<Parameter> parameters(List<FeatureShape> inputs);

  /**
   * Makes the layer.
   *
   * @param context what it is built on
   * @return a layer that the caller closes
   */
  Layer build(LayerContext context);

  /**
   * Whether the output is the memory of the first input, unchanged.
   *
   * @return true for layers that only name shapes
   */
  default boolean passesMemoryOn() {
    return false;
  }

  /**
   * Whether the backward pass reads what the forward pass returned, so that the layer after must
   * not overwrite it.
   *
   * @return true if so
   */
  default boolean readsOutputBackward() {
    return false;
  }

  /**
   * The work of a forward pass, for breakdowns of time.
   *
   * @param inputs the shapes of what it is given
   * @return multiplications with an addition for one example; 0 where they do not matter
   */
  default long multiplyAdds(List<FeatureShape> inputs) {
    return 0;
  }
}
