package latentlab.engine.layers.merge;

import java.util.List;
import latentlab.engine.layers.LayerCase.Naive;
import latentlab.engine.primitives.FeatureShape;

/** What layers of this package compute: each output value by its definition. */
final class NaiveMerges {

  private NaiveMerges() {}

  static Naive concatenation(List<FeatureShape> shapes) {
    int all = shapes.stream().mapToInt(FeatureShape::channels).sum();
    return (batches, parameters) -> {
      int pixels = batches.get(0).length / shapes.get(0).channels();
      double[] joined = new double[pixels * all];
      for (int p = 0; p < pixels; p++) {
        int at = p * all;
        for (int i = 0; i < shapes.size(); i++) {
          for (int c = 0; c < shapes.get(i).channels(); c++) {
            joined[at++] = batches.get(i)[p * shapes.get(i).channels() + c];
          }
        }
      }
      return joined;
    };
  }

  static Naive sum() {
    return (batches, parameters) -> {
      double[] sum = new double[batches.get(0).length];
      for (double[] batch : batches) {
        for (int i = 0; i < sum.length; i++) {
          sum[i] += batch[i];
        }
      }
      return sum;
    };
  }

  static Naive shift(FeatureShape image) {
    return (batches, parameters) -> {
      double[] y = new double[batches.get(0).length];
      for (int i = 0; i < y.length; i++) {
        int row = i / image.size();
        int c = i % image.channels();
        y[i] = batches.get(0)[i] + batches.get(1)[row * image.channels() + c];
      }
      return y;
    };
  }

  static Naive scaleShift(FeatureShape image) {
    return (batches, parameters) -> {
      double[] v = batches.get(1);
      double[] y = new double[batches.get(0).length];
      for (int i = 0; i < y.length; i++) {
        int c = i / image.size() * 2 * image.channels() + i % image.channels();
        y[i] = batches.get(0)[i] * (1 + v[c]) + v[c + image.channels()];
      }
      return y;
    };
  }
}
