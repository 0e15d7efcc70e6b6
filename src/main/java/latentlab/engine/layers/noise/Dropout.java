package latentlab.engine.layers.noise;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Sets each value to zero at random and divides the others by the probability of being kept, so
 * that the mean stays (Srivastava et al. 2014, section 10). In inference it changes nothing. A
 * training pass needs a seed, unless the rate is zero.
 *
 * @param rate the probability of zero, from 0 to less than 1
 */
public record Dropout(double rate) implements UnaryConfiguration {

  /**
   * Checks the rate.
   *
   * @throws IllegalArgumentException if it is below 0, or not less than 1
   */
  public Dropout {
    if (!(rate >= 0 && rate < 1)) {
      throw new IllegalArgumentException(
          "the rate must be at least 0 and less than 1, not " + rate);
    }
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return input;
  }

  @Override
  public Layer build(LayerContext context) {
    return new NoiseLayer(context, new Masking(rate, 1 / (1 - rate)));
  }
}
