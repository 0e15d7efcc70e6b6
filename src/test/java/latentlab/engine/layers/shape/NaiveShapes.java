package latentlab.engine.layers.shape;

import java.util.function.ToDoubleFunction;
import latentlab.engine.layers.LayerCase.NaiveOfOne;
import latentlab.engine.primitives.FeatureShape;

/** What layers of this package compute: each output value by its definition. */
final class NaiveShapes {

  private NaiveShapes() {}

  /** A place in a batch of images. */
  private record Place(int row, int y, int x, int channel) {}

  /** A batch that answers with zero outside of its images. */
  private static final class Batch {
    private final double[] values;
    private final FeatureShape shape;

    Batch(double[] values, FeatureShape shape) {
      this.values = values;
      this.shape = shape;
    }

    double at(Place place, int y, int x, int channel) {
      if (y < 0 || y >= shape.height() || x < 0 || x >= shape.width()) {
        return 0;
      }
      int pixel = (place.row * shape.height() + y) * shape.width() + x;
      return values[pixel * shape.channels() + channel];
    }
  }

  private static double[] each(int rows, FeatureShape out, ToDoubleFunction<Place> value) {
    double[] results = new double[rows * out.size()];
    int i = 0;
    for (int row = 0; row < rows; row++) {
      for (int y = 0; y < out.height(); y++) {
        for (int x = 0; x < out.width(); x++) {
          for (int c = 0; c < out.channels(); c++) {
            results[i++] = value.applyAsDouble(new Place(row, y, x, c));
          }
        }
      }
    }
    return results;
  }

  static NaiveOfOne upsampling(FeatureShape in, FeatureShape out, int factor) {
    return (values, parameters) -> {
      Batch batch = new Batch(values, in);
      return each(
          values.length / in.size(), out, p -> batch.at(p, p.y / factor, p.x / factor, p.channel));
    };
  }

  static NaiveOfOne average(
      FeatureShape in, FeatureShape out, int kernelHeight, int kernelWidth, int stride) {
    return (values, parameters) -> {
      Batch batch = new Batch(values, in);
      return each(
          values.length / in.size(),
          out,
          p -> {
            double sum = 0;
            for (int ky = 0; ky < kernelHeight; ky++) {
              for (int kx = 0; kx < kernelWidth; kx++) {
                sum += batch.at(p, p.y * stride + ky, p.x * stride + kx, p.channel);
              }
            }
            return sum / (kernelHeight * kernelWidth);
          });
    };
  }

  static NaiveOfOne maximum(FeatureShape in, FeatureShape out, int size) {
    return (values, parameters) -> {
      Batch batch = new Batch(values, in);
      return each(
          values.length / in.size(),
          out,
          p -> {
            double largest = Double.NEGATIVE_INFINITY;
            for (int ky = 0; ky < size; ky++) {
              for (int kx = 0; kx < size; kx++) {
                largest =
                    Math.max(largest, batch.at(p, p.y * size + ky, p.x * size + kx, p.channel));
              }
            }
            return largest;
          });
    };
  }

  /** The image moved up and to the left, or by negative numbers down and to the right. */
  static NaiveOfOne moved(FeatureShape in, FeatureShape out, int up, int left) {
    return (values, parameters) -> {
      Batch batch = new Batch(values, in);
      return each(
          values.length / in.size(), out, p -> batch.at(p, p.y + up, p.x + left, p.channel));
    };
  }

  static NaiveOfOne channels(FeatureShape in, FeatureShape out, int from) {
    return (values, parameters) -> {
      Batch batch = new Batch(values, in);
      return each(values.length / in.size(), out, p -> batch.at(p, p.y, p.x, p.channel + from));
    };
  }
}
