package latentlab.models.vqvae;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.primitives.MatrixProducts;
import latentlab.storage.Tensors;

/**
 * The prior's layers at one place of the grid, for some rows, without a backward pass: the
 * arithmetic of the engine's layers of the same names.
 */
final class PlaceLayers implements AutoCloseable {

  /** Added to variances, as the engine's layer normalisation does. */
  private static final float EPSILON = 1e-5f;

  private static final double GELU_SLOPE = Math.sqrt(2 / Math.PI);
  private static final double GELU_CUBE = 0.044715;

  private final MatrixProducts products;
  private final Tensors weights;
  private final int rows;
  private final List<Matrix> memory = new ArrayList<>();

  /**
   * Reads weights.
   *
   * @param products multiplies
   * @param weights of the prior's network
   * @param rows how many grids are drawn at once
   */
  PlaceLayers(MatrixProducts products, Tensors weights, int rows) {
    this.products = products;
    this.weights = weights;
    this.rows = rows;
  }

  /** A dense layer, y = W x + b. */
  final class Linear {
    private final Matrix weight;
    private final Matrix input;
    private final Matrix output;
    private final float[] bias;

    Linear(String name) {
      bias = weights.get(name + ".bias").values();
      float[] values = weights.get(name + ".weight").values();
      int inputs = values.length / bias.length;
      weight = allocate(bias.length, inputs);
      weight.copyFrom(values);
      input = allocate(rows, inputs);
      output = allocate(rows, bias.length);
    }

    /** Maps [rows, inputs] to [rows, outputs]. */
    void apply(float[] from, float[] to) {
      input.copyFrom(from);
      products.timesTransposed(input, weight, output);
      output.copyTo(to);
      for (int i = 0; i < to.length; i++) {
        to[i] += bias[i % bias.length];
      }
    }
  }

  private Matrix allocate(int height, int width) {
    Matrix matrix = Matrix.allocate(height, width);
    memory.add(matrix);
    return matrix;
  }

  /** The vectors of an embedding, one after another. */
  float[] table(String name) {
    return weights.get(name + ".weight").values();
  }

  /** Scale and shift of a layer normalisation. */
  float[] scaleShift(String name) {
    return weights.get(name + ".scale_shift").values();
  }

  /** Normalises each row, then scales and shifts. */
  static void normalise(float[] from, float[] scaleShift, float[] to) {
    int width = scaleShift.length / 2;
    for (int start = 0; start < from.length; start += width) {
      double sum = 0;
      double squares = 0;
      for (int i = start; i < start + width; i++) {
        sum += from[i];
        squares += (double) from[i] * from[i];
      }
      double mean = sum / width;
      double inverse = 1 / Math.sqrt(Math.max(0, squares / width - mean * mean) + EPSILON);
      for (int c = 0; c < width; c++) {
        double value = (from[start + c] - mean) * inverse;
        to[start + c] = (float) (value * scaleShift[c] + scaleShift[width + c]);
      }
    }
  }

  /** The Gaussian error linear unit, in place. */
  static void gelu(float[] values) {
    for (int i = 0; i < values.length; i++) {
      double x = values[i];
      values[i] = (float) (0.5 * x * (1 + Math.tanh(GELU_SLOPE * (x + GELU_CUBE * x * x * x))));
    }
  }

  /** Adds one to the other. */
  static void add(float[] target, float[] source) {
    for (int i = 0; i < target.length; i++) {
      target[i] += source[i];
    }
  }

  @Override
  public void close() {
    memory.forEach(Matrix::close);
  }
}
