package latentlab.engine.blocks;

import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.attention.SelfAttention;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.layers.normalization.GroupNormalization;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;

/**
 * Self-attention over all pixels after normalisation, around which the input flows on (Ho et al.
 * 2020, appendix B).
 *
 * @param groups of the group normalisation; divides the channels
 */
public record AttentionBlock(int groups) {

  /**
   * Adds the block to a plan.
   *
   * @param plan gets the layers
   * @param label with which their names begin
   * @param input an image
   * @return an image of the same shape
   * @throws IllegalArgumentException if the groups do not divide the channels
   */
  public Node append(NetworkPlan.Builder plan, String label, Node input) {
    GroupNormalization normalization = new GroupNormalization(groups);
    Node values = plan.add(label + ".norm", normalization, input);
    values = plan.add(label + ".attention", new SelfAttention(WeightRule.LECUN), values);
    return plan.add(label + ".sum", new Sum(), values, input);
  }
}
