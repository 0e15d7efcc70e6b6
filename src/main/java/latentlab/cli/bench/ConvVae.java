package latentlab.cli.bench;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;

import java.util.List;
import latentlab.data.ImageSet;
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
 * The networks of the {@code conv-vae} workloads: two convolutions (3x3, stride 2, 32 and 64
 * channels) with batch normalisation, a dense layer of 512, 16 latent dimensions, and the mirror of
 * that with transposed convolutions; LeakyReLU; Adam at 1e-3.
 */
final class ConvVae {

  static final int LATENT = 16;
  static final Seed SEED = new Seed(1);

  private static final int KERNEL = 3;
  private static final int HIDDEN = 512;
  private static final Adam ADAM = new Adam(1e-3);
  private static final Activation LEAKY = new Activation(LEAKY_RELU);
  private static final Convolution FIRST = convolution(32, 2, WeightRule.HE);
  private static final Convolution SECOND = convolution(64, 2, WeightRule.HE);

  private ConvVae() {}

  /** From images to means and log-variances. */
  static Network encoder(FeatureShape image) {
    NetworkPlan plan =
        NetworkPlan.sequence(
            "encoder",
            image,
            List.of(
                FIRST,
                new BatchNormalization(),
                LEAKY,
                SECOND,
                new BatchNormalization(),
                LEAKY,
                new Dense(HIDDEN, WeightRule.HE, LEAKY_RELU),
                new Dense(2 * LATENT, WeightRule.GLOROT)));
    return Network.of(plan, ADAM, SEED.derive("encoder"));
  }

  /** From codes to logits. */
  static Network decoder(FeatureShape image) {
    FeatureShape half = FIRST.output(image);
    FeatureShape quarter = SECOND.output(half);
    NetworkPlan plan =
        NetworkPlan.sequence(
            "decoder",
            FeatureShape.vector(LATENT),
            List.of(
                new Dense(HIDDEN, WeightRule.HE, LEAKY_RELU),
                new Dense(quarter.size(), WeightRule.HE, LEAKY_RELU),
                new Reshape(quarter),
                transposed(half, quarter.channels()),
                new BatchNormalization(),
                LEAKY,
                transposed(image, half.channels()),
                new BatchNormalization(),
                LEAKY,
                convolution(image.channels(), 1, WeightRule.GLOROT)));
    return Network.of(plan, ADAM, SEED.derive("decoder"));
  }

  /** The shape of the images, in the engine's terms. */
  static FeatureShape shapeOf(ImageSet images) {
    return new FeatureShape(
        images.shape().height(), images.shape().width(), images.shape().channels());
  }

  private static TransposedConvolution transposed(FeatureShape size, int channels) {
    FeatureShape output = new FeatureShape(size.height(), size.width(), channels);
    return new TransposedConvolution(output, KERNEL, 2, Padding.SAME, WeightRule.HE);
  }

  private static Convolution convolution(int channels, int stride, WeightRule rule) {
    return new Convolution(channels, KERNEL, stride, Padding.SAME, rule);
  }
}
