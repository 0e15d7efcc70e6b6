package latentlab.engine.primitives.plain;

import java.util.Arrays;
import latentlab.engine.primitives.ConvolutionShape;

/**
 * The patches of one image that a kernel sees: a row for each position, [output pixels, kernel *
 * kernel * channels], with zeros outside of the image. Holds scratch memory; one thread at a time.
 */
final class Patches {

  private final ConvolutionShape shape;
  private final int channels;
  private final int rowLength;
  private final float[] values;

  Patches(ConvolutionShape shape) {
    this.shape = shape;
    this.channels = shape.input().channels();
    this.rowLength = shape.kernel() * shape.kernel() * channels;
    this.values = new float[shape.output().pixels() * rowLength];
  }

  /** [output pixels, kernel * kernel * channels]: for reading or for writing. */
  float[] values() {
    return values;
  }

  int rowLength() {
    return rowLength;
  }

  /** Takes the patches out of an image. */
  void gather(float[] image) {
    Arrays.fill(values, 0f);
    eachRun(
        (inImage, inPatch, length) -> System.arraycopy(image, inImage, values, inPatch, length));
  }

  /** Adds the patches up to an image: the transposed operation. */
  void scatter(float[] image) {
    Arrays.fill(image, 0f);
    eachRun(
        (inImage, inPatch, length) -> {
          for (int i = 0; i < length; i++) {
            image[inImage + i] += values[inPatch + i];
          }
        });
  }

  /** Visits the pixels that one row of the kernel sees at one position, neighbours in memory. */
  private void eachRun(Run run) {
    int kernel = shape.kernel();
    int width = shape.input().width();
    for (int position = 0; position < shape.output().pixels(); position++) {
      int left = position % shape.output().width() * shape.stride() - shape.left();
      int top = position / shape.output().width() * shape.stride() - shape.top();
      int first = Math.max(0, -left);
      int count = Math.min(kernel, width - left) - first;
      for (int k = Math.max(0, -top); k < kernel && top + k < shape.input().height(); k++) {
        if (count > 0) {
          run.visit(
              ((top + k) * width + left + first) * channels,
              position * rowLength + (k * kernel + first) * channels,
              count * channels);
        }
      }
    }
  }

  /** Values that are neighbours both in the image and in a patch. */
  private interface Run {
    void visit(int inImage, int inPatch, int length);
  }
}
