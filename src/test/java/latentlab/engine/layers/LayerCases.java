package latentlab.engine.layers;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.layers.activation.Activation;
import latentlab.engine.layers.convolution.Convolution;
import latentlab.engine.layers.convolution.TransposedConvolution;
import latentlab.engine.layers.dense.Dense;
import latentlab.engine.layers.normalization.BatchNormalization;
import latentlab.engine.primitives.ActivationFunction;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Padding;
import latentlab.random.Seed;

/**
 * Layers to be tested, with what they should compute: fixed shapes that matter, then random ones.
 */
final class LayerCases {

  private static final int RANDOM_SHAPES = 12;

  private LayerCases() {}

  static List<LayerCase> all() {
    List<LayerCase> cases = new ArrayList<>();
    cases.add(dense(new FeatureShape(1, 1, 7), 5, 3));
    cases.add(dense(new FeatureShape(7, 9, 3), 16, 1));
    for (Padding padding : Padding.values()) {
      cases.add(convolution(new FeatureShape(28, 28, 1), 8, 3, 2, padding, 2));
      cases.add(convolution(new FeatureShape(28, 28, 3), 5, 4, 2, padding, 2));
      cases.add(convolution(new FeatureShape(7, 9, 16), 8, 3, 2, padding, 3));
      cases.add(convolution(new FeatureShape(92, 112, 3), 4, 5, 3, padding, 1));
      cases.add(convolution(new FeatureShape(9, 7, 8), 1, 1, 1, padding, 1));
    }
    cases.add(transposed(new FeatureShape(14, 14, 16), 28, 28, 8, 3, 2, Padding.SAME, 2));
    cases.add(transposed(new FeatureShape(7, 7, 8), 14, 14, 1, 4, 2, Padding.SAME, 2));
    cases.add(transposed(new FeatureShape(4, 5, 8), 7, 9, 3, 3, 2, Padding.SAME, 3));
    cases.add(transposed(new FeatureShape(46, 56, 4), 92, 112, 3, 3, 2, Padding.SAME, 1));
    cases.add(transposed(new FeatureShape(5, 6, 3), 12, 14, 2, 4, 2, Padding.VALID, 2));
    for (int i = 0; i < RANDOM_SHAPES; i++) {
      cases.add(randomConvolution(new Seed(77).derive("shape", i).generator()));
    }
    cases.add(normalization(new FeatureShape(7, 9, 3), 4));
    cases.add(normalization(new FeatureShape(14, 14, 32), 2));
    cases.add(normalization(new FeatureShape(1, 1, 5), 9));
    for (ActivationFunction function : ActivationFunction.values()) {
      FeatureShape shape = new FeatureShape(7, 9, 3);
      cases.add(
          LayerCase.of(new Activation(function), shape, 13, NaiveLayers.activation(function)));
    }
    return cases;
  }

  private static LayerCase randomConvolution(RandomGenerator random) {
    FeatureShape shape =
        new FeatureShape(random.nextInt(5, 20), random.nextInt(5, 20), random.nextInt(1, 20));
    int kernel = random.nextInt(1, 6);
    int stride = random.nextInt(1, 4);
    Padding padding = random.nextBoolean() ? Padding.SAME : Padding.VALID;
    int channels = random.nextInt(1, 20);
    int rows = random.nextInt(1, 5);
    LayerCase forward = convolution(shape, channels, kernel, stride, padding, rows);
    if (random.nextBoolean()) {
      return forward;
    }
    FeatureShape small = forward.layer().output(List.of(shape));
    return transposed(
        small, shape.height(), shape.width(), shape.channels(), kernel, stride, padding, rows);
  }

  private static LayerCase dense(FeatureShape input, int outputs, int rows) {
    return LayerCase.of(
        new Dense(outputs, WeightRule.HE), input, rows, NaiveLayers.dense(input.size(), outputs));
  }

  private static LayerCase convolution(
      FeatureShape in, int channels, int kernel, int stride, Padding padding, int rows) {
    Convolution layer = new Convolution(channels, kernel, stride, padding, WeightRule.HE);
    return LayerCase.of(
        layer, in, rows, NaiveLayers.convolution(in, layer.output(in), kernel, stride, padding));
  }

  private static LayerCase transposed(
      FeatureShape in,
      int height,
      int width,
      int channels,
      int kernel,
      int stride,
      Padding padding,
      int rows) {
    FeatureShape out = new FeatureShape(height, width, channels);
    return LayerCase.of(
        new TransposedConvolution(out, kernel, stride, padding, WeightRule.HE),
        in,
        rows,
        NaiveLayers.transposedConvolution(in, out, kernel, stride, padding));
  }

  private static LayerCase normalization(FeatureShape shape, int rows) {
    return LayerCase.of(
        new BatchNormalization(), shape, rows, NaiveLayers.batchNormalization(shape.channels()));
  }
}
