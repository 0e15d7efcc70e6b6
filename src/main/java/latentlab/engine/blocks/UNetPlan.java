package latentlab.engine.blocks;

import java.util.ArrayDeque;
import java.util.Deque;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.embedding.TimeEmbedding;
import latentlab.engine.layers.merge.Concatenation;
import latentlab.engine.layers.merge.Sum;
import latentlab.engine.layers.normalization.GroupNormalization;
import latentlab.engine.layers.shape.Crop;
import latentlab.engine.layers.shape.NearestUpsampling;
import latentlab.engine.layers.shape.ZeroPadding;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;

/** Puts the layers of a {@link UNet} together, once. */
final class UNetPlan {

  private static final int KERNEL = 3;

  /** Twice the stride, so that neighbouring patches overlap evenly. */
  private static final int PATCH_KERNEL = 4;

  private static final double LONGEST_PERIOD = 10_000;
  private static final Activation SILU = new Activation(ActivationFunction.SILU);

  private final UNet unet;
  private final FeatureShape image;
  private final NetworkPlan.Builder plan;
  private final Deque<Node> leftOnTheWayDown = new ArrayDeque<>();

  UNetPlan(UNet unet, String name, FeatureShape image) {
    this.unet = unet;
    this.image = image;
    this.plan = NetworkPlan.named(name);
  }

  NetworkPlan build() {
    Node input = plan.input(image);
    Node condition = condition();
    Node values = first(padded(input));
    values = down(values, condition);
    values = residual("middle1", unet.middle(), values, condition);
    values = new AttentionBlock(unet.groups()).append(plan, "middle2", values);
    values = residual("middle3", unet.middle(), values, condition);
    values = up(values, condition);
    values =
        plan.add(
            "last.norm", new GroupNormalization(unet.groups(), ActivationFunction.SILU), values);
    return plan.build(cropped(last(values)));
  }

  private Node first(Node values) {
    if (unet.patch() == 1) {
      return convolution("first", width(0), 1, WeightRule.LECUN, values);
    }
    return plan.add(
        "first",
        new Convolution(width(0), PATCH_KERNEL, unet.patch(), Padding.SAME, WeightRule.LECUN),
        values);
  }

  private Node last(Node values) {
    if (unet.patch() == 1) {
      return convolution("last.conv", image.channels(), 1, WeightRule.ZERO, values);
    }
    FeatureShape whole =
        new FeatureShape(
            image.height() + missing(image.height()),
            image.width() + missing(image.width()),
            image.channels());
    return plan.add(
        "last.conv",
        new TransposedConvolution(whole, PATCH_KERNEL, unet.patch(), Padding.SAME, WeightRule.ZERO),
        values);
  }

  /** What tells the residual blocks the time, and the class if there is one. */
  private Node condition() {
    Node time = plan.input(FeatureShape.vector(1));
    boolean told = unet.classes() > 0;
    Node classes = told ? plan.input(FeatureShape.vector(unet.classes())) : time;
    Node vector = plan.add("time.wave", new TimeEmbedding(width(0), LONGEST_PERIOD), time);
    vector = dense("time.dense1", vector);
    vector = plan.add("time.silu1", SILU, vector);
    vector = dense("time.dense2", vector);
    if (told) {
      vector = plan.add("condition", new Sum(), vector, dense("class", classes));
    }
    return plan.add("time.silu2", SILU, vector);
  }

  private Node dense(String label, Node vector) {
    return plan.add(label, new Dense(unet.timeWidth(), WeightRule.LECUN), vector);
  }

  private Node down(Node start, Node condition) {
    Node values = start;
    for (int level = 0; level < levels(); level++) {
      values = residual("down" + level, width(level), values, condition);
      leftOnTheWayDown.push(values);
      values = convolution("down" + level + ".half", width(level), 2, WeightRule.LECUN, values);
    }
    return values;
  }

  private Node up(Node start, Node condition) {
    Node values = start;
    for (int level = levels() - 1; level >= 0; level--) {
      String label = "up" + level;
      values = plan.add(label + ".double", new NearestUpsampling(2), values);
      values = convolution(label + ".conv", width(level), 1, WeightRule.LECUN, values);
      Node left = leftOnTheWayDown.pop();
      values = plan.add(label + ".both", new Concatenation(), values, left);
      values = residual(label, width(level), values, condition);
    }
    return values;
  }

  private Node residual(String label, int channels, Node values, Node condition) {
    return new ResidualBlock(channels, unet.groups()).append(plan, label, values, condition);
  }

  private Node convolution(String label, int channels, int stride, WeightRule rule, Node values) {
    return plan.add(label, new Convolution(channels, KERNEL, stride, Padding.SAME, rule), values);
  }

  private Node padded(Node input) {
    int below = missing(image.height());
    int right = missing(image.width());
    return below + right == 0 ? input : plan.add("pad", new ZeroPadding(0, below, 0, right), input);
  }

  private Node cropped(Node values) {
    return missing(image.height()) + missing(image.width()) == 0
        ? values
        : plan.add("crop", new Crop(0, 0, image.height(), image.width()), values);
  }

  /**
   * Pixels up to the next multiple of what the size is divided by on the way down, and to the least
   * size at the bottom that a kernel fits.
   */
  private int missing(int size) {
    int divisor = unet.patch() << levels();
    int bottom = Math.max(KERNEL, (size + divisor - 1) / divisor);
    return bottom * divisor - size;
  }

  private int levels() {
    return unet.widths().size();
  }

  private int width(int level) {
    return unet.widths().get(level);
  }
}
