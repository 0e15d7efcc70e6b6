package latentlab.engine.layers.noise;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Adds normal numbers in training. In inference it changes nothing. A training pass needs a seed,
 * unless the deviation is zero.
 *
 * @param deviation the standard deviation of what is added, finite and at least 0
 */
public record GaussianNoise(double deviation) implements UnaryConfiguration {

  /**
   * Checks the deviation.
   *
   * @throws IllegalArgumentException if it is negative or not finite
   */
  public GaussianNoise {
    if (!(deviation >= 0 && deviation < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          "the deviation must be finite and at least 0, not " + deviation);
    }
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public Layer build(LayerContext context) {
    return new NoiseLayer(context, new NormalAddition((float) deviation));
  }
}
