package latentlab.engine.layers.shape;

import java.util.Arrays;
import latentlab.engine.kernels.Matrix;
import latentlab.engine.kernels.Workers;
import latentlab.engine.primitives.FeatureShape;

/**
 * A rectangle of an image is cut out; transposed, it is put there, with zeros around it. Copies
 * line by line.
 */
final class Placement implements LinearMap {

  private final FeatureShape outer;
  private final FeatureShape inner;
  private final int top;
  private final int left;
  private final Workers workers;
  private final float[][] lines;

  /**
   * Makes the scratch memory.
   *
   * @param outer the whole image
   * @param inner the rectangle, which lies within it
   * @param top lines above the rectangle
   * @param left pixels to the left of the rectangle
   * @param workers for the loops
   */
  Placement(FeatureShape outer, FeatureShape inner, int top, int left, Workers workers) {
    this.outer = outer;
    this.inner = inner;
    this.top = top;
    this.left = left;
    this.workers = workers;
    this.lines = new float[workers.parts()][outer.width() * outer.channels()];
  }

  @Override
  public void apply(Matrix x, Matrix y) {
    int length = inner.width() * inner.channels();
    workers.run(
        y.rows() * inner.height(),
        length,
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            int image = line / inner.height();
            int start = startInOuter(image, line % inner.height());
            y.buffer().put(line * length, x.buffer(), start, length);
          }
        });
  }

  private int startInOuter(int image, int innerLine) {
    int pixel = (image * outer.height() + top + innerLine) * outer.width() + left;
    return pixel * outer.channels();
  }

  @Override
  public void applyTransposed(Matrix y, Matrix x) {
    int outerLength = outer.width() * outer.channels();
    workers.run(
        x.rows() * outer.height(),
        outerLength,
        (part, from, to) -> {
          for (int line = from; line < to; line++) {
            fill(lines[part], y, line / outer.height(), line % outer.height() - top);
            x.buffer().put(line * outerLength, lines[part]);
          }
        });
  }

  /** Writes a line of the large image; what is left and right of the rectangle is always zero. */
  private void fill(float[] target, Matrix y, int image, int innerLine) {
    int length = inner.width() * inner.channels();
    int at = left * outer.channels();
    if (innerLine < 0 || innerLine >= inner.height()) {
      Arrays.fill(target, at, at + length, 0f);
    } else {
      y.buffer().get((image * inner.height() + innerLine) * length, target, at, length);
    }
  }
}
