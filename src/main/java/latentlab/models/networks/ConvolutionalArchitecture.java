package latentlab.models.networks;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;

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
import latentlab.failure.InvalidInputException;

/**
 * Convolutions of 3x3 with stride 2, each with batch normalisation and LeakyReLU, then a dense
 * layer of 512; drawing is the mirror of that with transposed convolutions, each of which gives
 * exactly the size that its counterpart read, whatever the size of the image. There are {@code
 * floor(log2(min side)) - 2} of them, at most 4, with 32, 64, 128, 256 filters.
 */
public final class ConvolutionalArchitecture implements ImageArchitecture {

  /** The least side of an image: below it there would be no convolution. */
  public static final int LEAST_SIDE = 8;

  private static final int[] FILTERS = {32, 64, 128, 256};
  private static final int KERNEL = 3;
  private static final int STRIDE = 2;
  private static final int HIDDEN = 512;
  private static final Activation LEAKY = new Activation(LEAKY_RELU);

  private final List<FeatureShape> stages = new ArrayList<>();

  /**
   * Chooses the depth.
   *
   * @param images what is read and drawn
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public ConvolutionalArchitecture(ImageShape images) {
    FeatureShape stage = new FeatureShape(images.height(), images.width(), images.channels());
    stages.add(stage);
    for (int i = 0; i < depth(images); i++) {
      stage = convolution(FILTERS[i], STRIDE, WeightRule.HE).output(stage);
      stages.add(stage);
    }
  }

  /**
   * How often images are halved.
   *
   * @param images their size
   * @return from 1 to 4
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public static int depth(ImageShape images) {
    int side = Math.min(images.height(), images.width());
    if (side < LEAST_SIDE) {
      throw new InvalidInputException(
          "a convolutional network halves images and needs at least "
              + LEAST_SIDE
              + " pixels on each side; these are "
              + images);
    }
    int log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(side);
    return Math.min(log - 2, FILTERS.length);
  }

  @Override
  public FeatureShape image() {
    return stages.get(0);
  }

  @Override
  public List<UnaryConfiguration> reading() {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (FeatureShape stage : stages.subList(1, stages.size())) {
      layers.add(convolution(stage.channels(), STRIDE, WeightRule.HE));
      layers.add(new BatchNormalization());
      layers.add(LEAKY);
    }
    layers.add(new Dense(HIDDEN, WeightRule.HE, LEAKY_RELU));
    return layers;
  }

  @Override
  public List<UnaryConfiguration> drawing() {
    FeatureShape last = stages.get(stages.size() - 1);
    List<UnaryConfiguration> layers = new ArrayList<>();
    layers.add(new Dense(HIDDEN, WeightRule.HE, LEAKY_RELU));
    layers.add(new Dense(last.size(), WeightRule.HE, LEAKY_RELU));
    layers.add(new Reshape(last));
    for (int i = stages.size() - 2; i >= 0; i--) {
      layers.add(enlargement(stages.get(i), Math.max(1, i)));
      layers.add(new BatchNormalization());
      layers.add(LEAKY);
    }
    layers.add(convolution(image().channels(), 1, WeightRule.GLOROT));
    return layers;
  }

  /** Up to the size of a stage, with the filters of another: the image itself has too few. */
  private TransposedConvolution enlargement(FeatureShape size, int filters) {
    FeatureShape output =
        new FeatureShape(size.height(), size.width(), stages.get(filters).channels());
    return new TransposedConvolution(output, KERNEL, STRIDE, Padding.SAME, WeightRule.HE);
  }

  private static Convolution convolution(int channels, int stride, WeightRule rule) {
    return new Convolution(channels, KERNEL, stride, Padding.SAME, rule);
  }
}
