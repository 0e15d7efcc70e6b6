package latentlab.models.vqvae;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.models.networks.ConvolutionalArchitecture;

/**
 * The networks between an image and a grid of vectors (section 4.1): convolutions of 4x4 that halve
 * the image, then one of 3x3 and residual blocks on the grid, and the mirror of that. Twice the
 * image is halved, once if it is smaller than 16 pixels. All work at full size is in the first and
 * the last convolution, which keeps the networks fast.
 */
final class GridArchitecture {

  private static final int MOST_HALVINGS = 2;
  private static final int HALVING_KERNEL = 4;
  private static final Activation RELU = new Activation(ActivationFunction.RELU);

  private final List<FeatureShape> stages = new ArrayList<>();
  private final int filters;
  private final int residualBlocks;
  private final int codeSize;

  /**
   * Chooses the sizes.
   *
   * @throws latentlab.failure.InvalidInputException if a side of the images is below 8 pixels
   */
  GridArchitecture(VqVaeConfig config, ImageShape images) {
    filters = config.filters();
    residualBlocks = config.residualBlocks();
    codeSize = config.codeSize();
    int halvings = Math.min(MOST_HALVINGS, ConvolutionalArchitecture.depth(images));
    FeatureShape stage = new FeatureShape(images.height(), images.width(), images.channels());
    stages.add(stage);
    for (int i = 1; i <= halvings; i++) {
      stage = halving(i == halvings ? 2 * filters : filters).output(stage);
      stages.add(stage);
    }
  }

  /** The grid, [rows, columns, codeSize]. */
  FeatureShape grid() {
    FeatureShape last = stages.get(stages.size() - 1);
    return new FeatureShape(last.height(), last.width(), codeSize);
  }

  NetworkPlan encoder() {
    NetworkPlan.Builder plan = NetworkPlan.named("encoder");
    Node values = plan.input(stages.get(0));
    for (FeatureShape stage : stages.subList(1, stages.size())) {
      values = plan.add(RELU, plan.add(halving(stage.channels()), values));
    }
    values = plan.add(convolution(2 * filters, 3, WeightRule.HE), values);
    values = plan.add(RELU, appendResidualBlocks(plan, values));
    return plan.build(plan.add(convolution(codeSize, 1, WeightRule.LECUN), values));
  }

  NetworkPlan decoder() {
    NetworkPlan.Builder plan = NetworkPlan.named("decoder");
    Node values = plan.input(grid());
    values = plan.add(convolution(2 * filters, 3, WeightRule.LECUN), values);
    values = appendResidualBlocks(plan, values);
    for (int i = stages.size() - 2; i >= 0; i--) {
      WeightRule rule = i == 0 ? WeightRule.GLOROT : WeightRule.HE;
      values = plan.add(RELU, values);
      values =
          plan.add(
              new TransposedConvolution(stages.get(i), HALVING_KERNEL, 2, Padding.SAME, rule),
              values);
    }
    return plan.build(values);
  }

  /** Each adds to its input what a 3x3 and a 1x1 convolution make of it; at first, nothing. */
  private Node appendResidualBlocks(NetworkPlan.Builder plan, Node input) {
    Node values = input;
    for (int i = 0; i < residualBlocks; i++) {
      Node branch = plan.add(RELU, values);
      branch = plan.add(RELU, plan.add(convolution(filters, 3, WeightRule.HE), branch));
      branch = plan.add(convolution(2 * filters, 1, WeightRule.ZERO), branch);
      values = plan.add(new Sum(), branch, values);
    }
    return values;
  }

  private static Convolution halving(int channels) {
    return new Convolution(channels, HALVING_KERNEL, 2, Padding.SAME, WeightRule.HE);
  }

  private static Convolution convolution(int channels, int kernel, WeightRule rule) {
    return new Convolution(channels, kernel, 1, Padding.SAME, rule);
  }
}
