package latentlab.models.networks;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;

/**
 * The sizes that an image has on its way through a convolutional network, and the layers that draw
 * it back through the same sizes.
 *
 * @param shapes the image, then each stage that is half as large, with its filters
 */
record ImageStages(List<FeatureShape> shapes) {

  /** Filters of the stages; there are no more of them. */
  static final List<Integer> FILTERS = List.of(32, 64, 128, 256);

  private static final int KERNEL = 3;
  private static final int STRIDE = 2;
  private static final int HIDDEN = 512;

  FeatureShape image() {
    return shapes.get(0);
  }

  /** The dense layer that ends reading. */
  static Dense hidden(ActivationFunction activation) {
    return new Dense(HIDDEN, WeightRule.HE, activation);
  }

  static Convolution convolution(int channels, int stride, WeightRule rule) {
    return new Convolution(channels, KERNEL, stride, Padding.SAME, rule);
  }

  /** From a vector, through transposed convolutions, to an image without any squashing. */
  List<UnaryConfiguration> drawing(ActivationFunction activation) {
    FeatureShape last = shapes.get(shapes.size() - 1);
    List<UnaryConfiguration> layers = new ArrayList<>();
    layers.add(hidden(activation));
    layers.add(new Dense(last.size(), WeightRule.HE, activation));
    layers.add(new Reshape(last));
    for (int i = shapes.size() - 2; i >= 0; i--) {
      layers.add(enlargement(shapes.get(i), shapes.get(Math.max(1, i)).channels()));
      layers.add(new BatchNormalization());
      layers.add(new Activation(activation));
    }
    layers.add(convolution(image().channels(), 1, WeightRule.GLOROT));
    return layers;
  }

  /** Up to the size of a stage; the image itself has too few channels to be drawn through. */
  private static TransposedConvolution enlargement(FeatureShape size, int channels) {
    FeatureShape output = new FeatureShape(size.height(), size.width(), channels);
    return new TransposedConvolution(output, KERNEL, STRIDE, Padding.SAME, WeightRule.HE);
  }
}
