package latentlab.engine.layers;

import java.util.List;
import latentlab.engine.primitives.FeatureShape;

/** The configuration of a layer with one input. */
public interface UnaryConfiguration extends LayerConfiguration {

  /**
   * The shape of what the layer gives.
   *
   * @param input the shape of what it is given
   * @return the shape
   * @throws IllegalArgumentException if the layer cannot be given such an input
   */
  FeatureShape output(FeatureShape input);

  /**
   * What the network has to hold for the layer; nothing unless overridden.
   *
   * @param input the shape of what it is given
   * @return its parameters, in the order of the flat vectors
   */
  default List<Parameter> parameters(FeatureShape input) {
    return List.of();
  }

  /**
   * The work of a forward pass; 0 unless overridden.
   *
   * @param input the shape of what it is given
   * @return multiplications with an addition for one example
   */
  default long multiplyAdds(FeatureShape input) {
    return 0;
  }

  @Override
  default FeatureShape output(List<FeatureShape> inputs) {
    if (inputs.size() != 1) {
      throw new IllegalArgumentException("takes one input, not " + inputs.size());
    }
    return output(inputs.get(0));
  }

  @Override
  default List<Parameter> parameters(List<FeatureShape> inputs) {
    return parameters(inputs.get(0));
  }

  @Override
  default long multiplyAdds(List<FeatureShape> inputs) {
    return multiplyAdds(inputs.get(0));
  }
}
