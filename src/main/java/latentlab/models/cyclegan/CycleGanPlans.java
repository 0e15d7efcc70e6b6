package latentlab.models.cyclegan;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.layers.normalization.GroupNormalization;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.failure.InvalidInputException;

/**
 * The layers of the networks.
 *
 * @param config sizes
 * @param image what is translated
 */
record CycleGanPlans(CycleGanConfig config, FeatureShape image) {

  private static final int STRIDED_KERNEL = 4;
  private static final int STRIDE = 2;
  private static final int KERNEL = 3;

  /** Each normalised image must keep several pixels, or normalising would leave nothing of it. */
  private static final int LEAST_SIDE = 2;

  /** A discriminator halves twice. */
  private static final int CRITIC_HALVINGS = 2;

  /**
   * Checks the sizes.
   *
   * @throws InvalidInputException if the image is too small to be halved so often
   */
  static CycleGanPlans of(CycleGanConfig config, ImageShape images) {
    int halvings = Math.max(config.halvings(), CRITIC_HALVINGS);
    int needed = LEAST_SIDE << halvings;
    if (Math.min(images.height(), images.width()) < needed) {
      throw new InvalidInputException(
          String.format(
              "with %d halvings a CycleGAN needs at least %d pixels on each side; these images are"
                  + " %s",
              config.halvings(), needed, images));
    }
    return new CycleGanPlans(
        config, new FeatureShape(images.height(), images.width(), images.channels()));
  }

  /** From images to images, -1 to 1. */
  NetworkPlan generator(String name) {
    NetworkPlan.Builder plan = NetworkPlan.named(name);
    Node node = plan.input(image);
    List<FeatureShape> stages = new ArrayList<>(List.of(image));
    for (int i = 0; i < config.halvings(); i++) {
      node = plan.add(halving(config.filters() << i, node), node);
      node = plan.add(instanceNormalization(node, RELU), node);
      stages.add(node.shape());
    }
    for (int i = 0; i < config.residualBlocks(); i++) {
      node = block(plan, node);
    }
    for (int i = config.halvings() - 1; i > 0; i--) {
      node = plan.add(enlargement(stages.get(i), WeightRule.HE), node);
      node = plan.add(instanceNormalization(node, RELU), node);
    }
    node = plan.add(enlargement(image, WeightRule.GLOROT), node);
    return plan.build(plan.add(new Activation(TANH), node));
  }

  /** From images to a logit for each patch. */
  NetworkPlan critic(String name) {
    NetworkPlan.Builder plan = NetworkPlan.named(name);
    Node node = plan.input(image);
    node = plan.add(halving(config.criticFilters(), node), node);
    node = plan.add(new Activation(LEAKY_RELU), node);
    node = plan.add(halving(2 * config.criticFilters(), node), node);
    node = plan.add(instanceNormalization(node, LEAKY_RELU), node);
    return plan.build(plan.add(convolution(1, node, WeightRule.GLOROT), node));
  }

  private static Node block(NetworkPlan.Builder plan, Node input) {
    int channels = input.shape().channels();
    Convolution convolution = convolution(channels, input, WeightRule.HE);
    Node node = plan.add(convolution, input);
    node = plan.add(instanceNormalization(node, RELU), node);
    node = plan.add(convolution, node);
    node = plan.add(instanceNormalization(node, ActivationFunction.IDENTITY), node);
    return plan.add(new Sum(), node, input);
  }

  private static Convolution halving(int channels, Node input) {
    int kernel = Math.min(STRIDED_KERNEL, side(input.shape()));
    return new Convolution(channels, kernel, STRIDE, Padding.SAME, WeightRule.HE);
  }

  private static Convolution convolution(int channels, Node input, WeightRule rule) {
    int kernel = Math.min(KERNEL, side(input.shape()));
    return new Convolution(channels, kernel, 1, Padding.SAME, rule);
  }

  private static TransposedConvolution enlargement(FeatureShape output, WeightRule rule) {
    int kernel = Math.min(STRIDED_KERNEL, side(output));
    return new TransposedConvolution(output, kernel, STRIDE, Padding.SAME, rule);
  }

  /** No kernel may be larger than an image. */
  private static int side(FeatureShape shape) {
    return Math.min(shape.height(), shape.width());
  }

  private static GroupNormalization instanceNormalization(Node node, ActivationFunction then) {
    return new GroupNormalization(node.shape().channels(), then);
  }
}
