package latentlab.ui.diffusion;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.models.denoising.PixelMask;
import latentlab.ui.input.Drawing;
import latentlab.ui.input.DrawingSurface;
import latentlab.ui.input.Stroke;

/**
 * An image that is drawn by hand, and which of its pixels are to be made anew. Strokes draw or, on
 * demand, rub out. For one thread.
 */
final class InpaintingDrawing implements DrawingSurface {

  /** Grey value of what is to be made anew, in the picture that is shown. */
  private static final float UNKNOWN = 0.45f;

  private static final double RUBBED_RADIUS = 2.6;

  private final Drawing ink;
  private final boolean[] unknown;
  private boolean rubbing;

  InpaintingDrawing(ImageShape shape) {
    this.ink = new Drawing(shape);
    this.unknown = new boolean[shape.height() * shape.width()];
  }

  @Override
  public ImageShape shape() {
    return ink.shape();
  }

  /** Says whether strokes rub out from now on. */
  void setRubbing(boolean now) {
    rubbing = now;
  }

  @Override
  public void draw(Stroke stroke) {
    if (rubbing) {
      rub(stroke);
    } else {
      ink.draw(stroke);
    }
  }

  /** Takes over the first image of a batch of the same shape; all of it is known. */
  void copy(ImageBatch images) {
    ink.copy(images);
    restore();
  }

  void clear() {
    ink.clear();
    restore();
  }

  /** Moves the ink so that its centre of mass is in the middle. */
  void centre() {
    ink.centre();
  }

  /** Whether there is no ink. */
  boolean isEmpty() {
    return ink.isEmpty();
  }

  /** Says that what lies along a line is to be made anew. */
  void rub(Stroke stroke) {
    double radius = RUBBED_RADIUS * Drawing.scale(shape());
    for (int at = 0; at < unknown.length; at++) {
      int row = at / shape().width();
      if (stroke.distanceTo(at % shape().width() + 0.5, row + 0.5) <= radius) {
        unknown[at] = true;
      }
    }
  }

  /** Says that the lower half is to be made anew. */
  void rubLowerHalf() {
    Arrays.fill(unknown, shape().height() / 2 * shape().width(), unknown.length, true);
  }

  /** Nothing is to be made anew. */
  void restore() {
    Arrays.fill(unknown, false);
  }

  /** Whether anything is to be made anew. */
  boolean isRubbed() {
    for (boolean one : unknown) {
      if (one) {
        return true;
      }
    }
    return false;
  }

  PixelMask mask() {
    boolean[] known = new boolean[unknown.length];
    for (int i = 0; i < known.length; i++) {
      known[i] = !unknown[i];
    }
    return new PixelMask(shape().height(), shape().width(), known);
  }

  /** The image, some times over. */
  ImageBatch images(int count) {
    return ink.images(count);
  }

  /** The image as it is shown: what is to be made anew is grey. */
  @Override
  public ImageBatch picture() {
    int channels = shape().channels();
    float[] shown = ink.images(1).pixels();
    for (int at = 0; at < unknown.length; at++) {
      if (unknown[at]) {
        Arrays.fill(shown, at * channels, (at + 1) * channels, UNKNOWN);
      }
    }
    return ImageBatch.unlabelled(shape(), shown);
  }
}
