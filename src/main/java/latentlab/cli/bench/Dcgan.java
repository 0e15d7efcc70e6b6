package latentlab.cli.bench;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;

import java.util.List;
import latentlab.engine.Network;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.optimizer.Adam;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.random.Seed;

/**
 * The networks of the {@code dcgan} workload: kernels 4x4 with stride 2, 128 and 64 channels, batch
 * normalisation but for the generator's output and the discriminator's input; Adam at 2e-4 with
 * beta1 0.5.
 */
final class Dcgan {

  static final int NOISE = 64;

  private static final int KERNEL = 4;
  private static final int CHANNELS = 64;
  private static final Adam ADAM = new Adam(2e-4, 0.5, 0.999);
  private static final Seed SEED = new Seed(1);

  private Dcgan() {}

  /** From noise to images from -1 to 1. */
  static Network generator(FeatureShape image) {
    FeatureShape half = convolution(CHANNELS).output(image);
    FeatureShape quarter = convolution(2 * CHANNELS).output(half);
    NetworkPlan plan =
        NetworkPlan.sequence(
            "generator",
            FeatureShape.vector(NOISE),
            List.of(
                new Dense(quarter.size(), WeightRule.HE),
                new Reshape(quarter),
                new BatchNormalization(),
                new Activation(RELU),
                transposed(half),
                new BatchNormalization(),
                new Activation(RELU),
                transposed(image),
                new Activation(TANH)));
    return Network.of(plan, ADAM, SEED.derive("generator"));
  }

  /** From images to logits. */
  static Network discriminator(FeatureShape image) {
    NetworkPlan plan =
        NetworkPlan.sequence(
            "discriminator",
            image,
            List.of(
                convolution(CHANNELS),
                new Activation(LEAKY_RELU),
                convolution(2 * CHANNELS),
                new BatchNormalization(),
                new Activation(LEAKY_RELU),
                new Dense(1, WeightRule.GLOROT)));
    return Network.of(plan, ADAM, SEED.derive("discriminator"));
  }

  private static Convolution convolution(int channels) {
    return new Convolution(channels, KERNEL, 2, Padding.SAME, WeightRule.HE);
  }

  private static TransposedConvolution transposed(FeatureShape output) {
    return new TransposedConvolution(output, KERNEL, 2, Padding.SAME, WeightRule.HE);
  }
}
