package latentlab.models.networks;

import static latentlab.engine.primitives.ActivationFunction.RELU;

import java.util.ArrayList;
import java.util.List;
import latentlab.data.ImageShape;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.MaxPooling;
import latentlab.engine.layers.shape.ZeroPadding;
import latentlab.engine.primitives.FeatureShape;
import latentlab.failure.InvalidInputException;

/**
 * Convolutions of 3x3, each with batch normalisation, ReLU and the maxima of 2x2 windows, then a
 * dense layer of 512. Drawing goes back up by transposed convolutions of 3x3 with stride 2, each to
 * exactly the size that was pooled, and ends in a plain convolution. There are as many stages as
 * {@link ConvolutionalArchitecture} has, with 32, 64, 128, 256 filters.
 *
 * <p>An odd side is pooled to half of it rounded up: a line of zeros, which no maximum of rectified
 * values notices, fills the last windows.
 */
public final class PoolingArchitecture implements ImageArchitecture {

  private static final int WINDOW = 2;
  private static final Activation RECTIFIER = new Activation(RELU);

  private final ImageStages stages;

  /**
   * Chooses the depth.
   *
   * @param images what is read and drawn
   * @throws InvalidInputException if a side is below 8 pixels
   */
  public PoolingArchitecture(ImageShape images) {
    FeatureShape stage = new FeatureShape(images.height(), images.width(), images.channels());
    List<FeatureShape> shapes = new ArrayList<>(List.of(stage));
    for (int i = 0; i < ConvolutionalArchitecture.depth(images); i++) {
      stage =
          new FeatureShape(half(stage.height()), half(stage.width()), ImageStages.FILTERS.get(i));
      shapes.add(stage);
    }
    stages = new ImageStages(List.copyOf(shapes));
  }

  private static int half(int side) {
    return (side + 1) / WINDOW;
  }

  @Override
  public FeatureShape image() {
    return stages.image();
  }

  @Override
  public List<UnaryConfiguration> reading() {
    List<UnaryConfiguration> layers = new ArrayList<>();
    for (int i = 1; i < stages.shapes().size(); i++) {
      FeatureShape before = stages.shapes().get(i - 1);
      int filters = stages.shapes().get(i).channels();
      layers.add(ImageStages.convolution(filters, 1, WeightRule.HE));
      layers.add(new BatchNormalization());
      layers.add(RECTIFIER);
      if (before.height() % WINDOW + before.width() % WINDOW > 0) {
        layers.add(new ZeroPadding(0, before.height() % WINDOW, 0, before.width() % WINDOW));
      }
      layers.add(new MaxPooling(WINDOW));
    }
    layers.add(ImageStages.hidden(RELU));
    return layers;
  }

  @Override
  public List<UnaryConfiguration> drawing() {
    return stages.drawing(RELU);
  }
}
