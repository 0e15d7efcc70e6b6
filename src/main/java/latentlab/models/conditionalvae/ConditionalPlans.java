package latentlab.models.conditionalvae;

import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.embedding.Embedding;
import latentlab.engine.layers.merge.Concatenation;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.plan.Node;
import latentlab.engine.primitives.FeatureShape;
import latentlab.models.networks.ImageArchitecture;

/** The networks' layers. Each network has the label as its last input. */
final class ConditionalPlans {

  private ConditionalPlans() {}

  /** From image and label to mean and log-variance of the code, [2 latent]. */
  static NetworkPlan encoder(ImageArchitecture images, LabelVectors labels, int latent) {
    NetworkPlan.Builder plan = NetworkPlan.named("encoder");
    Node last = plan.input(images.image());
    Node label = labels.vector(plan, plan.input(FeatureShape.vector(labels.columns())));
    boolean joined = false;
    for (UnaryConfiguration layer : images.reading()) {
      if (!joined && layer instanceof Dense) {
        last = beside(plan, last, label);
        joined = true;
      }
      last = plan.add(layer, last);
    }
    if (!joined) {
      last = beside(plan, last, label);
    }
    return plan.build(plan.add(new Dense(2 * latent, WeightRule.GLOROT_UNIFORM), last));
  }

  /** From code and label to the logits of the pixels. */
  static NetworkPlan decoder(ImageArchitecture images, LabelVectors labels, int latent) {
    NetworkPlan.Builder plan = NetworkPlan.named("decoder");
    Node code = plan.input(FeatureShape.vector(latent));
    Node label = labels.vector(plan, plan.input(FeatureShape.vector(labels.columns())));
    Node last = plan.add(new Concatenation(), code, label);
    for (UnaryConfiguration layer : images.drawing()) {
      last = plan.add(layer, last);
    }
    return plan.build(last);
  }

  /** From the number of a class to mean and log-variance of its codes, [2 latent], first all 0. */
  static NetworkPlan prior(int classes, int latent) {
    NetworkPlan.Builder plan = NetworkPlan.named("prior");
    Node number = plan.input(FeatureShape.vector(1));
    return plan.build(plan.add(new Embedding(classes, 2 * latent, 0), number));
  }

  private static Node beside(NetworkPlan.Builder plan, Node features, Node label) {
    Node flat = plan.add(new Reshape(FeatureShape.vector(features.shape().size())), features);
    return plan.add(new Concatenation(), flat, label);
  }
}
