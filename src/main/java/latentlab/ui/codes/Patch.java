package latentlab.ui.codes;

import java.util.Arrays;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/**
 * The part of an image that stands over one cell of its grid of codes. Codes are found by
 * convolutions, so that what a code draws reaches a little beyond it.
 *
 * @param left of the part, in pixels of the image
 * @param top of the part
 * @param width of the part
 * @param height of the part
 */
record Patch(int left, int top, int width, int height) {

  /** The part over a cell, with a margin of so many cells, cut off at the border of the image. */
  static Patch of(CodeModel model, int cell, double margin) {
    ImageShape shape = model.images().shape();
    double across = (double) shape.width() / model.columns();
    double down = (double) shape.height() / model.rows();
    int column = cell % model.columns();
    int row = cell / model.columns();
    int left = (int) Math.max(0, Math.floor((column - margin) * across));
    int top = (int) Math.max(0, Math.floor((row - margin) * down));
    int right = (int) Math.min(shape.width(), Math.ceil((column + 1 + margin) * across));
    int bottom = (int) Math.min(shape.height(), Math.ceil((row + 1 + margin) * down));
    return new Patch(left, top, right - left, bottom - top);
  }

  /** This part of each image. */
  ImageBatch cut(ImageBatch images) {
    ImageShape whole = images.shape();
    ImageShape part = new ImageShape(height, width, whole.channels());
    float[] pixels = new float[images.count() * part.size()];
    int line = width * whole.channels();
    for (int i = 0; i < images.count(); i++) {
      for (int y = 0; y < height; y++) {
        int from = i * whole.size() + ((top + y) * whole.width() + left) * whole.channels();
        float[] values = Arrays.copyOfRange(images.pixels(), from, from + line);
        System.arraycopy(values, 0, pixels, i * part.size() + y * line, line);
      }
    }
    return ImageBatch.unlabelled(part, pixels);
  }
}
