package latentlab.engine.layers.shape;

import java.nio.FloatBuffer;
import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.FeatureShape;

/**
 * Sums over windows of an image, times a constant; transposed, each value goes to its whole window.
 * The first is average pooling, the second nearest-neighbour upsampling.
 *
 * <p>Works line by line. A line of the small image is the sum of some lines of the large one, whose
 * pixels are then summed in groups. A line of the large image gets the sum of the lines of the
 * small one whose windows reach it, spread over their windows: neighbouring lines mostly get the
 * same, which is then computed once.
 */
final class WindowSums implements LinearMap {

  private final FeatureShape large;
  private final FeatureShape small;
  private final int kernelHeight;
  private final int kernelWidth;
  private final int stride;
  private final float scale;
  private final Workers workers;
  private final Lines[] lines;

  /** Scratch memory of one worker. */
  private static final class Lines {
    final float[] largeLine;
    final float[] otherLarge;
    final float[] smallLine;
    final float[] otherSmall;

    Lines(FeatureShape large, FeatureShape small) {
      largeLine = new float[large.width() * large.channels()];
      otherLarge = new float[largeLine.length];
      smallLine = new float[small.width() * small.channels()];
      otherSmall = new float[smallLine.length];
    }
  }

  /**
   * Makes the scratch memory.
   *
   * @param large the image that has windows
   * @param small the image with a pixel for each window
   * @param kernelHeight of a window
   * @param kernelWidth of a window
   * @param stride from window to window
   * @param scale what sums are multiplied by
   * @param workers for the loops
   */
  WindowSums(
      FeatureShape large,
      FeatureShape small,
      int kernelHeight,
      int kernelWidth,
      int stride,
      float scale,
      Workers workers) {
    this.large = large;
    this.small = small;
    this.kernelHeight = kernelHeight;
    this.kernelWidth = kernelWidth;
    this.stride = stride;
    this.scale = scale;
    this.workers = workers;
    this.lines = new Lines[workers.parts()];
    Arrays.setAll(lines, part -> new Lines(large, small));
  }

  @Override
  public void apply(Matrix x, Matrix y) {
    int lineSize = kernelHeight * large.width() * large.channels();
    workers.run(
        x.rows() * small.height(),
        lineSize,
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            sumLines(x.buffer(), line, lines[part]);
            sumGroups(lines[part]);
            y.buffer().put(line * lines[part].smallLine.length, lines[part].smallLine);
          }
        });
  }

  private void sumLines(FloatBuffer x, int smallLine, Lines scratch) {
    int length = scratch.otherLarge.length;
    int image = smallLine / small.height();
    int first = image * large.height() + smallLine % small.height() * stride;
    x.get(first * length, scratch.otherLarge);
    for (int k = 1; k < kernelHeight; k++) {
      x.get((first + k) * length, scratch.largeLine);
      add(scratch.otherLarge, 0, scratch.largeLine, 0, length);
    }
  }

  private void sumGroups(Lines scratch) {
    int c = large.channels();
    for (int x = 0; x < small.width(); x++) {
      System.arraycopy(scratch.otherLarge, x * stride * c, scratch.smallLine, x * c, c);
      for (int k = 1; k < kernelWidth; k++) {
        add(scratch.smallLine, x * c, scratch.otherLarge, (x * stride + k) * c, c);
      }
    }
    multiply(scratch.smallLine, scale);
  }

  @Override
  public void applyTransposed(Matrix y, Matrix x) {
    int length = large.width() * large.channels();
    workers.run(
        x.rows() * large.height(),
        length,
        (part, from, to) -> {
          Lines scratch = lines[part];
          for (int line = from; line < to; line++) {
            if (line == from || !reachedAsLineBefore(line)) {
              spread(y.buffer(), line, scratch);
            }
            x.buffer().put(line * length, scratch.largeLine);
          }
        });
  }

  /** Whether the same lines of the small image reach a line of the large one and that above it. */
  private boolean reachedAsLineBefore(int line) {
    int y = line % large.height();
    return y > 0
        && firstReaching(y) == firstReaching(y - 1)
        && afterReaching(y) == afterReaching(y - 1);
  }

  private int firstReaching(int y) {
    return Math.max(0, (y - kernelHeight + stride) / stride);
  }

  private int afterReaching(int y) {
    return Math.min(small.height(), y / stride + 1);
  }

  private void spread(FloatBuffer source, int largeLine, Lines scratch) {
    int y = largeLine % large.height();
    int image = largeLine / large.height() * small.height();
    int length = scratch.smallLine.length;
    Arrays.fill(scratch.smallLine, 0f);
    for (int line = firstReaching(y); line < afterReaching(y); line++) {
      source.get((image + line) * length, scratch.otherSmall);
      add(scratch.smallLine, 0, scratch.otherSmall, 0, length);
    }
    multiply(scratch.smallLine, scale);
    Arrays.fill(scratch.largeLine, 0f);
    if (stride < kernelWidth) {
      addToWindows(scratch);
    } else {
      copyToWindows(scratch);
    }
  }

  private void addToWindows(Lines scratch) {
    int c = large.channels();
    for (int x = 0; x < small.width(); x++) {
      for (int k = 0; k < kernelWidth; k++) {
        add(scratch.largeLine, (x * stride + k) * c, scratch.smallLine, x * c, c);
      }
    }
  }

  private void copyToWindows(Lines scratch) {
    int c = large.channels();
    for (int x = 0; x < small.width(); x++) {
      for (int k = 0; k < kernelWidth; k++) {
        System.arraycopy(scratch.smallLine, x * c, scratch.largeLine, (x * stride + k) * c, c);
      }
    }
  }

  private static void add(float[] target, int at, float[] source, int from, int n) {
    for (int i = 0; i < n; i++) {
      target[at + i] += source[from + i];
    }
  }

  private static void multiply(float[] values, float factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }
}
