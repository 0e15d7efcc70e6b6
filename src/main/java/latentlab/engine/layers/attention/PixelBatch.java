package latentlab.engine.layers.attention;

import latentlab.engine.kernels.Matrix;

/**
 * A batch of images, seen in two ways.
 *
 * @param images [images, pixels * channels]
 * @param pixels [images * pixels, channels], the same memory
 */
record PixelBatch(Matrix images, Matrix pixels) {

  static PixelBatch of(Matrix images, int channels) {
    int pixels = Math.multiplyExact(images.rows(), images.columns() / channels);
    return new PixelBatch(images, Matrix.over(images.array(), pixels, channels));
  }

  static PixelBatch allocate(int images, int pixels, int channels) {
    return of(Matrix.allocate(images, Math.multiplyExact(pixels, channels)), channels);
  }

  void close() {
    images.close();
  }
}
