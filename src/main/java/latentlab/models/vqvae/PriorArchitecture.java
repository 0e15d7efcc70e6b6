package latentlab.models.vqvae;

import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.attention.SelfAttention;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.embedding.Embedding;
import latentlab.engine.layers.merge.ChannelShift;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.layers.normalization.LayerNormalization;
import latentlab.engine.layers.normalization.NormalizationScope;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;

/**
 * The prior's network: a decoder-only transformer (Vaswani et al. 2017) with normalisation before
 * each part. Its inputs are, for each place of the grid, row by row, the code before it (K before
 * the first), the place's number, and, if the prior is conditional, one class for all places; its
 * output are the logits of the code at each place.
 *
 * @param codes K
 * @param places of the grid
 * @param classes how many there are to be told; 0 without a condition
 * @param width channels of each place
 * @param blocks of attention and a perceptron
 */
record PriorArchitecture(int codes, int places, int classes, int width, int blocks) {

  /** How much wider the hidden layer of a perceptron is. */
  static final int EXPANSION = 4;

  /** Of the embeddings' initial values: small, so that what is learnt soon outweighs it. */
  private static final double DEVIATION = 0.1;

  NetworkPlan plan() {
    NetworkPlan.Builder plan = NetworkPlan.named("prior");
    Node before = plan.input(FeatureShape.vector(places));
    Node place = plan.input(FeatureShape.vector(places));
    Node label = classes > 0 ? plan.input(FeatureShape.vector(1)) : place;
    Node values = plan.add("codes", new Embedding(codes + 1, width, DEVIATION), before);
    Node position = plan.add("places", new Embedding(places, width, DEVIATION), place);
    values = plan.add("start", new Sum(), values, position);
    if (classes > 0) {
      Node shift = plan.add("classes", new Embedding(classes, width, DEVIATION), label);
      values = plan.add("condition", new ChannelShift(), values, shift);
    }
    for (int i = 0; i < blocks; i++) {
      values = appendAttention(plan, "block" + i, values);
      values = appendPerceptron(plan, "block" + i, values);
    }
    values = plan.add("norm", new LayerNormalization(NormalizationScope.PIXEL), values);
    return plan.build(plan.add("logits", dense(codes, WeightRule.GLOROT), values));
  }

  private static Node appendAttention(NetworkPlan.Builder plan, String label, Node input) {
    LayerNormalization normalization = new LayerNormalization(NormalizationScope.PIXEL);
    Node branch = plan.add(label + ".norm1", normalization, input);
    branch = plan.add(label + ".attention", new SelfAttention(WeightRule.LECUN, true), branch);
    return plan.add(label + ".sum1", new Sum(), branch, input);
  }

  private Node appendPerceptron(NetworkPlan.Builder plan, String label, Node input) {
    LayerNormalization normalization = new LayerNormalization(NormalizationScope.PIXEL);
    Node branch = plan.add(label + ".norm2", normalization, input);
    branch = plan.add(label + ".dense1", dense(EXPANSION * width, WeightRule.LECUN), branch);
    branch = plan.add(label + ".gelu", new Activation(ActivationFunction.GELU), branch);
    branch = plan.add(label + ".dense2", dense(width, WeightRule.ZERO), branch);
    return plan.add(label + ".sum2", new Sum(), branch, input);
  }

  /** The same dense layer at each place. */
  private static Convolution dense(int channels, WeightRule rule) {
    return new Convolution(channels, 1, 1, Padding.SAME, rule);
  }
}
