package latentlab.engine.layers.attention;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.FeatureShape;

/**
 * Self-attention with one head over the positions (pixels) of an image (Vaswani et al. 2017,
 * equation 1, as in the U-Net of Ho et al. 2020): from the channels x_i of each position come its
 * query, key and value, (q_i, k_i, v_i) = W x_i + b; the output at i is P sum_j a_ij v_j + p with
 * a_ij = softmax_j(q_i . k_j / sqrt(channels)). The normalisation before it and the sum with its
 * input after it are layers of their own. Positions are ordered row by row.
 *
 * @param rule how weights are drawn
 * @param causal whether a position attends only to itself and to those before it
 */
public record SelfAttention(WeightRule rule, boolean causal) implements UnaryConfiguration {

  /** Beyond this ND4J's memory cannot be seen as one buffer. */
  static final int MOST_VALUES = Integer.MAX_VALUE / Float.BYTES;

  /**
   * Between all positions.
   *
   * @param rule how weights are drawn
   */
  public SelfAttention(WeightRule rule) {
    this(rule, false);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    long pixels = input.pixels();
    if (pixels * pixels > MOST_VALUES || 3L * input.size() > MOST_VALUES) {
      throw new IllegalArgumentException(
          String.format(
              "attention between the %d positions of %s takes %d weights an image;"
                  + " expected at most %d",
              pixels, input, pixels * pixels, MOST_VALUES));
    }
    return input;
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    long channels = input.channels();
    Initialization weights = Initialization.random(rule, (double) channels, (double) channels);
    Initialization zero = Initialization.constant(0);
    return List.of(
        new Parameter("qkv.weight", List.of(3 * channels, channels), true, weights),
        new Parameter("qkv.bias", List.of(3 * channels), true, zero),
        new Parameter("projection.weight", List.of(channels, channels), true, weights),
        new Parameter("projection.bias", List.of(channels), true, zero));
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return (4L * input.channels() + 2L * input.pixels()) * input.size();
  }

  @Override
  public Layer build(LayerContext context) {
    return new SelfAttentionLayer(context, causal);
  }
}
