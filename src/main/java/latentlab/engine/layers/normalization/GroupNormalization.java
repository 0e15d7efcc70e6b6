package latentlab.engine.layers.normalization;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;

/**
 * Normalises each image over all pixels and the channels of a group, then scales and shifts each
 * channel and applies a nonlinearity (Wu and He 2018, equations 1, 2, 6 and 7, with 1e-5 added to
 * variances). Other images of the batch have no influence.
 *
 * @param groups of neighbouring channels, as many in each; divides the number of channels
 * @param activation applied in the same pass over memory
 */
public record GroupNormalization(int groups, ActivationFunction activation)
    implements UnaryConfiguration {

  /**
   * Without a nonlinearity.
   *
   * @param groups of neighbouring channels
   */
  public GroupNormalization(int groups) {
    this(groups, ActivationFunction.IDENTITY);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    if (groups < 1 || input.channels() % groups != 0) {
      throw new IllegalArgumentException(
          String.format(
              "expected a number of channels that can be divided into %d groups, not %s",
              groups, input));
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    return List.of(
        new Parameter(
            "scale_shift", List.of(2L, (long) input.channels()), true, Initialization.unitScale()));
  }

  @Override
  public Layer build(LayerContext context) {
    return new GroupNormalizationLayer(this, context);
  }
}
