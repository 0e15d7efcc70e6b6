package latentlab.engine.layers.shape;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import latentlab.engine.layers.LayerCase;
import latentlab.engine.primitives.FeatureShape;
import latentlab.random.Seed;

/** Layers to be tested; the large ones are split over workers. */
final class ShapeCases {

  private static final int RANDOM_SHAPES = 10;

  private ShapeCases() {}

  static List<LayerCase> all() {
    List<LayerCase> cases = new ArrayList<>();
    cases.addAll(fixed());
    for (int i = 0; i < RANDOM_SHAPES; i++) {
      cases.addAll(random(new Seed(91).derive("shape", i).generator()));
    }
    return cases;
  }

  private static List<LayerCase> fixed() {
    FeatureShape odd = new FeatureShape(7, 9, 3);
    return List.of(
        upsampling(odd, 1, 1),
        upsampling(new FeatureShape(14, 14, 64), 2, 3),
        upsampling(FeatureShape.vector(5), 3, 2),
        pooling(odd, 1, 1, 2),
        pooling(new FeatureShape(28, 28, 1), 2, 2, 3),
        pooling(new FeatureShape(28, 28, 32), 2, 2, 2),
        pooling(new FeatureShape(92, 112, 3), 3, 3, 1),
        pooling(new FeatureShape(29, 27, 8), 5, 2, 4),
        pooling(new FeatureShape(11, 13, 2), 2, 3, 2),
        pooling(new FeatureShape(11, 13, 2), 3, 7, 2),
        globalPooling(odd, 4),
        globalPooling(new FeatureShape(9, 4, 16), 40),
        globalPooling(FeatureShape.vector(6), 3),
        maximum(odd, 1, 2),
        maximum(odd, 2, 1),
        maximum(odd, 7, 3),
        maximum(new FeatureShape(29, 31, 16), 2, 3),
        crop(odd, new Crop(0, 0, 7, 9), 1),
        crop(odd, new Crop(6, 8, 1, 1), 3),
        crop(new FeatureShape(32, 32, 8), new Crop(2, 1, 28, 29), 4),
        padding(odd, new ZeroPadding(0, 0, 0, 0), 2),
        padding(odd, new ZeroPadding(1, 2, 3, 0), 1),
        padding(new FeatureShape(28, 28, 8), new ZeroPadding(2, 2, 2, 2), 4),
        slice(FeatureShape.vector(7), 2, 5, 3),
        slice(odd, 0, 3, 1),
        slice(new FeatureShape(28, 28, 12), 11, 12, 5),
        slice(FeatureShape.vector(6001), 3, 5000, 2),
        reshape(odd, new FeatureShape(9, 3, 7), 2));
  }

  private static List<LayerCase> random(RandomGenerator random) {
    FeatureShape shape =
        new FeatureShape(random.nextInt(6, 30), random.nextInt(6, 30), random.nextInt(1, 20));
    int rows = random.nextInt(1, 6);
    int top = random.nextInt(4);
    int left = random.nextInt(4);
    int first = random.nextInt(shape.channels());
    return List.of(
        upsampling(shape, random.nextInt(1, 4), rows),
        pooling(shape, random.nextInt(1, 6), random.nextInt(1, 6), rows),
        maximum(shape, random.nextInt(1, 6), rows),
        crop(shape, new Crop(top, left, random.nextInt(1, 3), random.nextInt(1, 3)), rows),
        padding(shape, new ZeroPadding(top, random.nextInt(3), left, random.nextInt(3)), rows),
        slice(shape, first, random.nextInt(first, shape.channels()) + 1, rows));
  }

  private static LayerCase upsampling(FeatureShape in, int factor, int rows) {
    NearestUpsampling layer = new NearestUpsampling(factor);
    return LayerCase.of(layer, in, rows, NaiveShapes.upsampling(in, layer.output(in), factor));
  }

  private static LayerCase pooling(FeatureShape in, int kernel, int stride, int rows) {
    AveragePooling layer = new AveragePooling(kernel, stride);
    return LayerCase.of(
        layer, in, rows, NaiveShapes.average(in, layer.output(in), kernel, kernel, stride));
  }

  private static LayerCase globalPooling(FeatureShape in, int rows) {
    GlobalAveragePooling layer = new GlobalAveragePooling();
    return LayerCase.of(
        layer, in, rows, NaiveShapes.average(in, layer.output(in), in.height(), in.width(), 1));
  }

  private static LayerCase maximum(FeatureShape in, int size, int rows) {
    MaxPooling layer = new MaxPooling(size);
    return LayerCase.of(layer, in, rows, NaiveShapes.maximum(in, layer.output(in), size));
  }

  private static LayerCase crop(FeatureShape in, Crop layer, int rows) {
    return LayerCase.of(
        layer, in, rows, NaiveShapes.moved(in, layer.output(in), layer.top(), layer.left()));
  }

  private static LayerCase padding(FeatureShape in, ZeroPadding layer, int rows) {
    return LayerCase.of(
        layer, in, rows, NaiveShapes.moved(in, layer.output(in), -layer.top(), -layer.left()));
  }

  private static LayerCase slice(FeatureShape in, int from, int to, int rows) {
    ChannelSlice layer = new ChannelSlice(from, to);
    return LayerCase.of(layer, in, rows, NaiveShapes.channels(in, layer.output(in), from));
  }

  private static LayerCase reshape(FeatureShape in, FeatureShape out, int rows) {
    return LayerCase.of(new Reshape(out), in, rows, (values, parameters) -> values);
  }
}
