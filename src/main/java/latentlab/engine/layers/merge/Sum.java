package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.primitives.FeatureShape;

/**
 * Adds two or more inputs of equal shape: a residual connection (He et al. 2016). Works in place on
 * the first input where it may, so the first should be one that nobody else reads.
 */
public record Sum() implements LayerConfiguration {

  @Override
  public FeatureShape output(List<FeatureShape> inputs) {
    InputCheck.twoOrMore(inputs);
    FeatureShape first = inputs.get(0);
    if (!inputs.stream().allMatch(first::equals)) {
      throw new IllegalArgumentException("adds inputs of equal shape, not " + inputs);
    }
    return first;
  }

  @Override
  public List<Parameter> parameters(List<FeatureShape> inputs) {
    return List.of();
  }

  @Override
  public Layer build(LayerContext context) {
    return new SumLayer(context);
  }
}
