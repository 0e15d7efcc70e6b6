package latentlab.engine.layers.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import latentlab.engine.kernels.BatchMemory;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.layers.KeptBatch;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Pass;
import latentlab.engine.layers.UnaryLayer;
import latentlab.engine.layers.Wanted;
import latentlab.engine.primitives.FeatureShape;

/**
 * See {@link MaxPooling}. The backward pass finds the maxima again, which reads the input once and
 * needs no memory for where they were.
 */
final class MaxPoolingLayer implements UnaryLayer {

  /** Twice multiplied by it, the smallest float is larger than 1. */
  private static final float HUGE = 1e38f;

  private final FeatureShape large;
  private final FeatureShape small;
  private final int size;
  private final Workers workers;
  private final Lines[] lines;
  private final BatchMemory<Matrix> outputs;
  private final BatchMemory<Matrix> errors;
  private final KeptBatch input = new KeptBatch();

  /** Scratch memory of one worker: a line of windows, and what belongs to it. */
  private static final class Lines {
    final float[][] windows;
    final float[] highest;
    final float[] maxima;
    final float[] error;
    final float[] values;

    Lines(int size, int largeLength, int smallLength) {
      windows = new float[size][largeLength];
      highest = new float[largeLength];
      maxima = new float[smallLength];
      error = new float[smallLength];
      values = new float[smallLength];
    }
  }

  MaxPoolingLayer(LayerContext context, FeatureShape small, int size) {
    this.large = context.input();
    this.small = small;
    this.size = size;
    this.workers = context.primitives().workers();
    this.lines = new Lines[workers.parts()];
    int smallLength = small.width() * small.channels();
    Arrays.setAll(lines, part -> new Lines(size, large.width() * large.channels(), smallLength));
    this.outputs = new BatchMemory<>(rows -> Matrix.allocate(rows, small.size()), Matrix::close);
    this.errors = new BatchMemory<>(rows -> Matrix.allocate(rows, large.size()), Matrix::close);
  }

  @Override
  public Matrix forwardOne(Matrix batch, Pass pass) {
    input.set(batch);
    Matrix output = outputs.forRows(batch.rows());
    workers.run(
        batch.rows() * small.height(),
        size * large.width() * large.channels(),
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            findMaxima(batch.buffer(), line, lines[part]);
            output.buffer().put(line * lines[part].maxima.length, lines[part].maxima);
          }
        });
    return output;
  }

  /** The first line of the large image in a line of windows. */
  private int firstLine(int smallLine) {
    return smallLine / small.height() * large.height() + smallLine % small.height() * size;
  }

  private void findMaxima(FloatBuffer source, int smallLine, Lines scratch) {
    int length = scratch.highest.length;
    int first = firstLine(smallLine);
    for (int k = 0; k < size; k++) {
      source.get((first + k) * length, scratch.windows[k]);
    }
    System.arraycopy(scratch.windows[0], 0, scratch.highest, 0, length);
    for (int k = 1; k < size; k++) {
      raise(scratch.highest, 0, scratch.windows[k], 0, length);
    }
    int c = large.channels();
    for (int x = 0; x < small.width(); x++) {
      System.arraycopy(scratch.highest, x * size * c, scratch.maxima, x * c, c);
      for (int k = 1; k < size; k++) {
        raise(scratch.maxima, x * c, scratch.highest, (x * size + k) * c, c);
      }
    }
  }

  private static void raise(float[] target, int at, float[] source, int from, int n) {
    for (int i = 0; i < n; i++) {
      target[at + i] = Math.max(target[at + i], source[from + i]);
    }
  }

  @Override
  public Matrix backwardOne(Matrix error, Wanted wanted) {
    if (!wanted.inputs()) {
      return error;
    }
    Matrix batch = input.get();
    Matrix inputError = errors.forRows(error.rows());
    workers.run(
        error.rows() * small.height(),
        size * large.width() * large.channels(),
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            findMaxima(batch.buffer(), line, lines[part]);
            error.buffer().get(line * lines[part].error.length, lines[part].error);
            writeErrors(inputError.buffer(), line, lines[part]);
          }
        });
    return inputError;
  }

  /** Replaces the line of windows by its error, and the rest below the last one by zeros. */
  private void writeErrors(FloatBuffer target, int smallLine, Lines scratch) {
    int length = scratch.highest.length;
    int first = firstLine(smallLine);
    for (int k = 0; k < size; k++) {
      passToMaxima(scratch.windows[k], scratch);
      target.put((first + k) * length, scratch.windows[k]);
    }
    if ((smallLine + 1) % small.height() == 0) {
      Arrays.fill(scratch.highest, 0f);
      int end = (smallLine / small.height() + 1) * large.height();
      for (int line = first + size; line < end; line++) {
        target.put(line * length, scratch.highest);
      }
    }
  }

  /** Takes together the pixels that are in the same place of their windows. */
  private void passToMaxima(float[] line, Lines scratch) {
    int c = large.channels();
    for (int k = 0; k < size; k++) {
      for (int x = 0; x < small.width(); x++) {
        System.arraycopy(line, (x * size + k) * c, scratch.values, x * c, c);
      }
      passToMaxima(scratch.values, scratch.maxima, scratch.error);
      for (int x = 0; x < small.width(); x++) {
        System.arraycopy(scratch.values, x * c, line, (x * size + k) * c, c);
      }
    }
    Arrays.fill(line, small.width() * size * c, line.length, 0f);
  }

  /**
   * Where a value is the maximum it takes the error, and nothing is left for those after it. Says
   * so in arithmetic, for a branch here is mispredicted too often: what a value lacks to the
   * maximum becomes at least 1 if it is not zero, however small.
   */
  private static void passToMaxima(float[] values, float[] maxima, float[] error) {
    for (int i = 0; i < values.length; i++) {
      float lacking = (maxima[i] - values[i]) * HUGE * HUGE;
      float taken = error[i] * (1f - Math.min(lacking, 1f));
      values[i] = taken;
      error[i] -= taken;
    }
  }

  @Override
  public void close() {
    outputs.clear();
    errors.clear();
  }
}
