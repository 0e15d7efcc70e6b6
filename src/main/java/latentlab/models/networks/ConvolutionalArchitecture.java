package latentlab.models.networks;

import static latentlab.engine.primitives.ActivationFunction.LEAKY_RELU;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.primitives.FeatureShape;
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

  private static final int STRIDE = 2;

  private final ImageStages stages;

  /**
   * Chooses the depth.
   *
   * @param images what is read and drawn
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public ConvolutionalArchitecture(ImageShape images) {
    FeatureShape stage = new FeatureShape(images.height(), images.width(), images.channels());
    List<FeatureShape> shapes = new ArrayList<>(List.of(stage));
    for (int i = 0; i < depth(images); i++) {
      stage =
          ImageStages.convolution(ImageStages.FILTERS.get(i), STRIDE, WeightRule.HE).output(stage);
      shapes.add(stage);
    }
    stages = new ImageStages(List.copyOf(shapes));
  }

  /**
   * How often images are halved.
   *
   * @param images their size
   * @return from 1 to 4
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public static int depth(ImageShape images) {
    checkSides(images);
    int side = Math.min(images.height(), images.width());
    int log = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(side);
    return Math.min(log - 2, ImageStages.FILTERS.size());
  }

  /**
   * Refuses images that cannot be halved.
   *
   * @param images their size
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public static void checkSides(ImageShape images) {
    if (Math.min(images.height(), images.width()) < LEAST_SIDE) {
      throw new InvalidInputException(
          "a convolutional network halves images and needs at least "
              + LEAST_SIDE
              + " pixels on each side; these are "
              + images);
    }
  }

  @Override
  public FeatureShape image() {
    return stages.image();
  }

  @Override
  public List<UnaryConfiguration> reading() {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (FeatureShape stage : stages.shapes().subList(1, stages.shapes().size())) {
      layers.add(ImageStages.convolution(stage.channels(), STRIDE, WeightRule.HE));
      layers.add(new BatchNormalization());
      layers.add(new Activation(LEAKY_RELU));
    }
    layers.add(ImageStages.hidden(LEAKY_RELU));
    return layers;
  }

  @Override
  public List<UnaryConfiguration> drawing() {
    return stages.drawing(LEAKY_RELU);
  }
}
