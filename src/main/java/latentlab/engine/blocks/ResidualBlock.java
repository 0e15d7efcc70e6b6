package latentlab.engine.blocks;

import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.merge.ChannelShift;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.layers.normalization.GroupNormalization;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.Padding;

/**
 * Two convolutions around which the input flows on (He et al. 2016), each after normalisation and
 * SiLU; a condition, such as the time of a diffusion or a class, shifts the channels between them
 * (Ho et al. 2020, appendix B). The last convolution starts at zero, so that the block starts as
 * the identity, or as the 1x1 convolution that changes the number of channels.
 *
 * @param channels of the output
 * @param groups of the group normalisation; divides the channels of input and output
 */
public record ResidualBlock(int channels, int groups) {

  private static final int KERNEL = 3;

  /**
   * Adds the block to a plan.
   *
   * @param plan gets the layers
   * @param label with which their names begin
   * @param input an image
   * @param condition a vector for each example
   * @return an image of the same size
   * @throws IllegalArgumentException if the groups do not divide the channels
   */
  public Node append(NetworkPlan.Builder plan, String label, Node input, Node condition) {
    Node shift = plan.add(label + ".condition", new Dense(channels, WeightRule.LECUN), condition);
    Node first = plan.add(label + ".norm1", normalization(), input);
    first = plan.add(label + ".conv1", convolution(WeightRule.LECUN), first);
    first = plan.add(label + ".shift", new ChannelShift(), first, shift);
    Node second = plan.add(label + ".norm2", normalization(), first);
    second = plan.add(label + ".conv2", convolution(WeightRule.ZERO), second);
    Node around = input;
    if (input.shape().channels() != channels) {
      Convolution change = new Convolution(channels, 1, 1, Padding.SAME, WeightRule.LECUN);
      around = plan.add(label + ".around", change, input);
    }
    return plan.add(label + ".sum", new Sum(), second, around);
  }

  private GroupNormalization normalization() {
    return new GroupNormalization(groups, ActivationFunction.SILU);
  }

  private Convolution convolution(WeightRule rule) {
    return new Convolution(channels, KERNEL, 1, Padding.SAME, rule);
  }
}
