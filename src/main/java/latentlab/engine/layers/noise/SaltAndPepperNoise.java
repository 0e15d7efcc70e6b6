package latentlab.engine.layers.noise;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Replaces values at random by 0 or 1, each as often as the other (Vincent et al. 2010, section
 * 3.3). In inference it changes nothing. A training pass needs a seed, unless the rate is zero.
 *
 * @param rate the probability of being replaced, from 0 to 1
 */
public record SaltAndPepperNoise(double rate) implements UnaryConfiguration {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public SaltAndPepperNoise {
    RandomChoice.check(rate);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public Layer build(LayerContext context) {
    return new NoiseLayer(context, new Replacement(rate));
  }
}
