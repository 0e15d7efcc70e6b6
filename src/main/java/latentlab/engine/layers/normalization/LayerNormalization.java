package latentlab.engine.layers.normalization;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Normalises each example by its own mean and variance, then scales and shifts each of the values
 * that were normalised together (Ba et al. 2016, equations 3 and 4, with 1e-5 added to variances).
 *
 * @param scope which values are normalised together
 */
public record LayerNormalization(NormalizationScope scope) implements UnaryConfiguration {

  /** Over all values of an example. */
  public LayerNormalization() {
    this(NormalizationScope.EXAMPLE);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  /** How many values are normalised together. */
  int normalised(FeatureShape input) {
    return scope == NormalizationScope.EXAMPLE ? input.size() : input.channels();
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return List.of(
        new Parameter(
            "scale_shift",
            List.of(2L, (long) normalised(input)),
            true,
            Initialization.unitScale()));
  }

  @Override
  public Layer build(LayerContext context) {
    return new LayerNormalizationLayer(normalised(context.input()), context);
  }
}
