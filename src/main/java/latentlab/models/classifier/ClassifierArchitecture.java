package latentlab.models.classifier;

import static latentlab.engine.primitives.ActivationFunction.RELU;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.noise.Dropout;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.failure.InvalidInputException;
import latentlab.models.ImageDomain;

/** The layers of a classifier, as they are trained and as they are used. Immutable. */
final class ClassifierArchitecture {

  /** The least side of an image. */
  static final int LEAST_SIDE = 8;

  /** Convolutions halve the image until its lesser side is no longer than this. */
  private static final int LAST_SIDE = 4;

  /** Up to here a convolution before the first halving costs little. */
  private static final int FINE_SIDE = 32;

  /** Convolutions with as many filters as the config says; the later ones have twice as many. */
  private static final int NARROW_STAGES = 2;

  private static final int KERNEL = 3;

  private final FeatureShape image;
  private final List<Convolution> convolutions;
  private final int features;
  private final int classes;
  private final double dropout;

  /**
   * Chooses the depth.
   *
   * @throws InvalidInputException if the images are too small or have no classes
   */
  ClassifierArchitecture(ClassifierConfig config, ImageDomain images) {
    ImageShape shape = images.shape();
    int side = Math.min(shape.height(), shape.width());
    if (side < LEAST_SIDE) {
      throw new InvalidInputException(
          String.format(
              "a classifier needs at least %d pixels on each side; these images are %s",
              LEAST_SIDE, shape));
    }
    if (images.classNames().size() < 2) {
      throw new InvalidInputException(
          "a classifier needs images with at least 2 classes; these have "
              + images.classNames().size());
    }
    this.image = new FeatureShape(shape.height(), shape.width(), shape.channels());
    this.convolutions = convolutions(side, config.filters());
    this.features = config.features();
    this.classes = images.classNames().size();
    this.dropout = config.dropout();
  }

  private static List<Convolution> convolutions(int side, int filters) {
    List<Convolution> stages = new ArrayList<>();
    if (side <= FINE_SIDE) {
      stages.add(convolution(filters, 1));
    }
    for (int left = side; left > LAST_SIDE; left = (left + 1) / 2) {
      stages.add(convolution(stages.size() < NARROW_STAGES ? filters : 2 * filters, 2));
    }
    return List.copyOf(stages);
  }

  private static Convolution convolution(int channels, int stride) {
    return new Convolution(channels, KERNEL, stride, Padding.SAME, WeightRule.HE);
  }

  /** Convolutions, from the image on. */
  int convolutions() {
    return convolutions.size();
  }

  int features() {
    return features;
  }

  int classes() {
    return classes;
  }

  /** With normalisation and dropout; gives the logits. */
  NetworkPlan learning(String name) {
    NetworkPlan.Builder plan = NetworkPlan.named(name);
    Node last = plan.input(image);
    for (Convolution convolution : convolutions) {
      last = plan.add(convolution, last);
      last = plan.add(new BatchNormalization(), last);
      last = plan.add(new Activation(RELU), last);
    }
    last = plan.add(hidden(), last);
    last = plan.add(new Dropout(dropout), last);
    return plan.build(plan.add(logits(), last));
  }

  /** Without what only training needs; gives the features and the logits. */
  NetworkPlan frozen(String name) {
    NetworkPlan.Builder plan = NetworkPlan.named(name);
    Node last = plan.input(image);
    for (Convolution convolution : convolutions) {
      last = plan.add(new Activation(RELU), plan.add(convolution, last));
    }
    Node hidden = plan.add(hidden(), last);
    return plan.build(hidden, plan.add(logits(), hidden));
  }

  private Dense hidden() {
    return new Dense(features, WeightRule.HE, RELU);
  }

  private Dense logits() {
    return new Dense(classes, WeightRule.GLOROT_UNIFORM);
  }
}
