package latentlab.models.adversarial;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;
import static latentlab.engine.primitives.ActivationFunction.RELU;
import static latentlab.engine.primitives.ActivationFunction.TANH;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.models.networks.ConvolutionalArchitecture;

/**
 * The layers of a DCGAN (Radford et al. 2016): kernels of 4x4 and stride 2 in place of pooling, and
 * no dense hidden layers. Images are halved until their smaller side is at most 4, as in the paper,
 * but at most 4 times, so that the last convolution sees most of an image: a discriminator that
 * stops at 7x7 judges strokes of 10 pixels, and accepts what is no digit as a whole. Each time the
 * channels double; every transposed convolution gives exactly the size that its counterpart reads,
 * whatever the size of the image. Immutable.
 */
public final class ConvolutionalPlayers {

  private static final int KERNEL = 4;
  private static final int STRIDE = 2;
  private static final int LEAST_SIDE = 4;
  private static final int MOST_HALVINGS = 4;

  private final WeightRule rule;

  /** The image, then each stage that is half as large. */
  private final List<FeatureShape> stages;

  /**
   * Chooses the depth.
   *
   * @param images what is drawn and judged
   * @param channels of the stage next to the image
   * @param rule how weights are drawn
   * @throws latentlab.failure.InvalidInputException if a side is below 8 pixels
   */
  public ConvolutionalPlayers(ImageShape images, int channels, WeightRule rule) {
    this.rule = rule;
    FeatureShape stage = new FeatureShape(images.height(), images.width(), images.channels());
    List<FeatureShape> shapes = new ArrayList<>(List.of(stage));
    ConvolutionalArchitecture.checkSides(images);
    while (Math.min(stage.height(), stage.width()) > LEAST_SIDE && shapes.size() <= MOST_HALVINGS) {
      stage = convolution(channels << (shapes.size() - 1)).output(stage);
      shapes.add(stage);
    }
    stages = List.copyOf(shapes);
  }

  /**
   * The images, in the engine's terms.
   *
   * @return height, width and channels
   */
  public FeatureShape image() {
    return stages.get(0);
  }

  /**
   * From a vector to an image: the vector is projected to the smallest stage and enlarged, with
   * batch normalisation and ReLU before each enlargement and a tanh at the end.
   *
   * @return a new list of layers; images are -1 to 1
   */
  public List<UnaryConfiguration> drawing() {
    FeatureShape smallest = stages.get(stages.size() - 1);
    List<UnaryConfiguration> layers = new ArrayList<>();
    layers.add(new Dense(smallest.size(), rule));
    layers.add(new Reshape(smallest));
    for (int i = stages.size() - 2; i >= 0; i--) {
      layers.add(new BatchNormalization());
      layers.add(new Activation(RELU));
      layers.add(new TransposedConvolution(stages.get(i), KERNEL, STRIDE, Padding.SAME, rule));
    }
    layers.add(new Activation(TANH));
    return layers;
  }

  /**
   * From an image to features, with LeakyReLU.
   *
   * @param normalised whether there is batch normalisation, which the first convolution never has
   * @return a new list of layers; what gives the logits comes after them
   */
  public List<UnaryConfiguration> judging(boolean normalised) {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int i = 1; i < stages.size(); i++) {
      layers.add(convolution(stages.get(i).channels()));
      if (normalised && i > 1) {
        layers.add(new BatchNormalization());
      }
      layers.add(new Activation(LEAKY_RELU));
    }
    return layers;
  }

  /**
   * The last layer of a discriminator, which reads all features.
   *
   * @param outputs how many logits
   * @return a dense layer, which is a convolution with a kernel of the size of the last stage
   */
  public Dense logits(int outputs) {
    return new Dense(outputs, rule);
  }

  private Convolution convolution(int channels) {
    return new Convolution(channels, KERNEL, STRIDE, Padding.SAME, rule);
  }
}
