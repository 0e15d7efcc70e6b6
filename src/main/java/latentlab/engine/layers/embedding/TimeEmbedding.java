package latentlab.engine.layers.embedding;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Sines and cosines of a step t, from fast to slow, as a U-Net for diffusion is given them (Vaswani
 * et al. 2017, section 3.5; Ho et al. 2020): with h = size / 2 and f_i = exp(-i ln(longestPeriod) /
 * (h - 1)), the output is sin(t f_0) ... sin(t f_(h-1)), cos(t f_0) ... cos(t f_(h-1)). Unlike
 * Vaswani et al., sines come before cosines instead of between them, and the slowest frequency is 1
 * / longestPeriod itself. There are no parameters; the error of the input is zero.
 *
 * @param size how many values it gives, even and at least 4
 * @param longestPeriod the longest period over 2 pi, in steps, greater than 1; commonly 10,000
 */
public record TimeEmbedding(int size, double longestPeriod) implements UnaryConfiguration {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the size is odd or below 4, or if the period is not a
   *     finite number greater than 1
   */
  public TimeEmbedding {
    if (size < 4 || size % 2 != 0) {
      throw new IllegalArgumentException(
          "a time embedding needs an even size of at least 4, not " + size);
    }
    if (!(longestPeriod > 1) || Double.isInfinite(longestPeriod)) {
      throw new IllegalArgumentException(
          "a time embedding needs a finite longest period greater than 1, not " + longestPeriod);
    }
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    if (input.size() != 1) {
      throw new IllegalArgumentException(
          "a time embedding takes one number for each example, not " + input);
    }
    return FeatureShape.vector(size);
  }

  @Override
  public Layer build(LayerContext context) {
    return new TimeEmbeddingLayer(size, longestPeriod);
  }
}
