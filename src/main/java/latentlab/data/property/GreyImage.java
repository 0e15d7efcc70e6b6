package latentlab.data.property;

import latentlab.data.ImageShape;

/**
 * An image of one channel.
 *
 * @param height rows
 * @param width columns
 * @param ink [height, width]
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared.
record GreyImage(int height, int width, float[] ink) {

  /** The mean of the channels. */
  static GreyImage of(float[] pixels, int offset, ImageShape shape) {
    int channels = shape.channels();
    float[] ink = new float[shape.height() * shape.width()];
    for (int i = 0; i < ink.length; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += pixels[offset + i * channels + c];
      }
      ink[i] = sum / channels;
    }
    return new GreyImage(shape.height(), shape.width(), ink);
  }

  /** The ink at a place; 0 around the image. */
  float at(int row, int column) {
    return row < 0 || column < 0 || row >= height || column >= width
        ? 0
        : ink[row * width + column];
  }
}
