package latentlab.engine.penalty;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.LayerConfiguration;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.shape.AveragePooling;
import latentlab.engine.layers.shape.Reshape;
import latentlab.engine.penalty.NaiveCritic.Step;
import latentlab.engine.plan.NetworkPlan;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.ConvolutionShape;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;

/**
 * A critic to be tested, and its definition.
 *
 * @param name of the case
 * @param plan the layers
 * @param naive the same in double precision
 */
record PenaltyCase(String name, NetworkPlan plan, NaiveCritic naive) {

  private static final double LEAK = 0.2;

  static List<PenaltyCase> all() {
    return List.of(
        denseWithActivationsOfItsOwn(),
        denseWithActivationLayers(),
        convolutional(),
        endingInAConvolution(),
        transposed(),
        pooled());
  }

  static PenaltyCase denseWithActivationsOfItsOwn() {
    return of(
        "dense",
        FeatureShape.vector(7),
        List.of(
            new Dense(11, WeightRule.HE, ActivationFunction.LEAKY_RELU),
            new Dense(5, WeightRule.HE, ActivationFunction.RELU),
            new Dense(1, WeightRule.HE)),
        dense(0, 7, 11, LEAK),
        dense(1, 11, 5, 0),
        dense(2, 5, 1, 1));
  }

  private static PenaltyCase denseWithActivationLayers() {
    return of(
        "activation layers",
        new FeatureShape(3, 5, 1),
        List.of(
            new Dense(13, WeightRule.HE),
            new Activation(ActivationFunction.RELU),
            new Dense(9, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU),
            new Dense(1, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU)),
        dense(0, 15, 13, 0),
        dense(1, 13, 9, LEAK),
        dense(2, 9, 1, LEAK));
  }

  static PenaltyCase convolutional() {
    FeatureShape image = new FeatureShape(9, 7, 2);
    ConvolutionShape first = ConvolutionShape.of(image, 4, 3, 2, Padding.SAME);
    ConvolutionShape second = ConvolutionShape.of(first.output(), 5, 3, 1, Padding.VALID);
    int values = second.output().size();
    return of(
        "convolutional",
        image,
        List.of(
            new Convolution(4, 3, 2, Padding.SAME, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU),
            new Convolution(5, 3, 1, Padding.VALID, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU),
            new Reshape(FeatureShape.vector(values)),
            new Dense(1, WeightRule.HE)),
        convolution(0, first, LEAK),
        convolution(1, second, LEAK),
        dense(2, values, 1, 1));
  }

  private static PenaltyCase endingInAConvolution() {
    FeatureShape image = new FeatureShape(5, 5, 3);
    ConvolutionShape first = ConvolutionShape.of(image, 3, 4, 2, Padding.SAME);
    ConvolutionShape second = ConvolutionShape.of(first.output(), 1, 3, 1, Padding.VALID);
    return of(
        "ending in a convolution",
        FeatureShape.vector(image.size()),
        List.of(
            new Reshape(image),
            new Convolution(3, 4, 2, Padding.SAME, WeightRule.HE),
            new Activation(ActivationFunction.RELU),
            new Convolution(1, 3, 1, Padding.VALID, WeightRule.HE)),
        convolution(0, first, 0),
        convolution(1, second, 1));
  }

  private static PenaltyCase transposed() {
    FeatureShape small = new FeatureShape(3, 2, 3);
    FeatureShape large = new FeatureShape(5, 3, 2);
    return of(
        "transposed",
        small,
        List.of(
            new TransposedConvolution(large, 3, 2, Padding.SAME, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU),
            new Dense(1, WeightRule.HE)),
        transposed(0, ConvolutionShape.mirrored(small, large, 3, 2, Padding.SAME), LEAK),
        dense(1, large.size(), 1, 1));
  }

  private static PenaltyCase pooled() {
    FeatureShape image = new FeatureShape(6, 5, 2);
    ConvolutionShape first = ConvolutionShape.of(image, 3, 3, 1, Padding.SAME);
    return of(
        "pooled",
        image,
        List.of(
            new Convolution(3, 3, 1, Padding.SAME, WeightRule.HE),
            new Activation(ActivationFunction.LEAKY_RELU),
            new AveragePooling(2),
            new Dense(1, WeightRule.HE)),
        convolution(0, first, LEAK),
        new Step("critic.1", weights -> ofMeans(first.output(), weights), 1, 1));
  }

  /** A row of weights for the means of squares of 2x2 pixels, as one for the pixels. */
  private static double[][] ofMeans(FeatureShape pixels, double[] weights) {
    double[][] map = new double[1][pixels.size()];
    int width = pixels.width() / 2;
    for (int i = 0; i < pixels.size(); i++) {
      int x = i / pixels.channels() % pixels.width() / 2;
      int y = i / pixels.channels() / pixels.width() / 2;
      if (x < width && y < pixels.height() / 2) {
        map[0][i] = weights[(y * width + x) * pixels.channels() + i % pixels.channels()] / 4;
      }
    }
    return map;
  }

  private static PenaltyCase of(
      String name, FeatureShape input, List<? extends LayerConfiguration> layers, Step... steps) {
    return new PenaltyCase(
        name, NetworkPlan.sequence("critic", input, layers), new NaiveCritic(steps));
  }

  private static Step dense(int layer, int inputs, int outputs, double leak) {
    return new Step(
        "critic." + layer,
        weights -> {
          double[][] map = new double[outputs][inputs];
          for (int i = 0; i < weights.length; i++) {
            map[i / inputs][i % inputs] = weights[i];
          }
          return map;
        },
        outputs,
        leak);
  }

  private static Step convolution(int layer, ConvolutionShape shape, double leak) {
    return new Step(
        "critic." + layer,
        weights -> convolutionMap(shape, weights),
        shape.output().channels(),
        leak);
  }

  private static Step transposed(int layer, ConvolutionShape mirror, double leak) {
    return new Step(
        "critic." + layer,
        weights -> transpose(convolutionMap(mirror, weights)),
        mirror.input().channels(),
        leak);
  }

  private static double[][] convolutionMap(ConvolutionShape shape, double[] weights) {
    FeatureShape in = shape.input();
    FeatureShape out = shape.output();
    double[][] map = new double[out.size()][in.size()];
    for (int w = 0; w < weights.length; w++) {
      int kx = w % shape.kernel();
      int ky = w / shape.kernel() % shape.kernel();
      int i = w / (shape.kernel() * shape.kernel()) % in.channels();
      int o = w / (shape.kernel() * shape.kernel()) / in.channels();
      for (int p = 0; p < out.pixels(); p++) {
        int y = p / out.width() * shape.stride() + ky - shape.top();
        int x = p % out.width() * shape.stride() + kx - shape.left();
        if (y >= 0 && y < in.height() && x >= 0 && x < in.width()) {
          map[p * out.channels() + o][(y * in.width() + x) * in.channels() + i] = weights[w];
        }
      }
    }
    return map;
  }

  private static double[][] transpose(double[][] map) {
    List<double[]> rows = new ArrayList<>();
    for (int i = 0; i < map[0].length; i++) {
      double[] row = new double[map.length];
      for (int o = 0; o < map.length; o++) {
        row[o] = map[o][i];
      }
      rows.add(row);
    }
    return rows.toArray(double[][]::new);
  }

  @Override
  public String toString() {
    return name;
  }
}
