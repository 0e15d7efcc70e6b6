package latentlab.engine.layers.noise;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Sets each value to zero at random and leaves the others as they are: the corruption of denoising
 * autoencoders (Vincent et al. 2010, section 3.3). In inference it changes nothing. A training pass
 * needs a seed, unless the rate is zero.
 *
 * @param rate the probability of zero, from 0 to 1
 */
public record MaskingNoise(double rate) implements UnaryConfiguration {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is not from 0 to 1
   */
  public MaskingNoise {
    RandomChoice.check(rate);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public Layer build(LayerContext context) {
    return new NoiseLayer(context, new Masking(rate, 1));
  }
}
