package latentlab.ui.picture;

import latentlab.data.ImageShape;

/**
 * Draws images at another size into an array of ARGB pixels. Each pixel drawn shows the mean of the
 * part of the image that it covers. So an enlargement by whole numbers is exact, each value
 * becoming a block of one colour, and no value is lost where an image is made smaller. Drawing
 * allocates nothing; one thread at a time.
 */
public final class ImageScaler {

  private static final int GREY = 1;
  private static final int RED_GREEN_BLUE = 3;

  private final ImageShape shape;
  private final int width;
  private final int height;
  private final AxisCoverage across;
  private final AxisCoverage down;
  private final float[] wideRows;
  private final float[] row;

  /**
   * Prepares the drawing of images of one shape at one size.
   *
   * @param shape the size of the images, with 1 or 3 channels
   * @param width pixels across, at least 1
   * @param height pixels down, at least 1
   * @throws IllegalArgumentException if the images have another number of channels, or a size is
   *     below 1
   */
  public ImageScaler(ImageShape shape, int width, int height) {
    if (shape.channels() != GREY && shape.channels() != RED_GREEN_BLUE) {
      throw new IllegalArgumentException("images of " + shape + " have neither 1 nor 3 channels");
    }
    this.shape = shape;
    this.width = width;
    this.height = height;
    across = new AxisCoverage(shape.width(), width);
    down = new AxisCoverage(shape.height(), height);
    wideRows = new float[shape.height() * width * shape.channels()];
    row = new float[width * shape.channels()];
  }

  /**
   * The pixels drawn across.
   *
   * @return at least 1
   */
  public int width() {
    return width;
  }

  /**
   * The pixels drawn down.
   *
   * @return at least 1
   */
  public int height() {
    return height;
  }

  /**
   * Draws one image.
   *
   * @param values images, [n, height, width, channels], 0 to 1
   * @param offset where the image starts among the values
   * @param colours the colours of grey values
   * @param target receives 0xFFRRGGBB for each pixel
   * @param start where the upper left pixel goes in the target
   * @param stride pixels in one row of the target
   */
  public void draw(
      float[] values, int offset, ColourMap colours, int[] target, int start, int stride) {
    widen(values, offset);
    int rowLength = width * shape.channels();
    for (int y = 0; y < height; y++) {
      int rowStart = start + y * stride;
      if (y > 0 && down.sameAsBefore(y)) {
        System.arraycopy(target, rowStart - stride, target, rowStart, width);
      } else {
        mixRows(y, rowLength);
        paintRow(colours, target, rowStart);
      }
    }
  }

  /** Brings each row of the image to the width of the picture. */
  private void widen(float[] values, int offset) {
    int channels = shape.channels();
    int out = 0;
    for (int y = 0; y < shape.height(); y++) {
      int rowOffset = offset + y * shape.width() * channels;
      for (int x = 0; x < width; x++) {
        int first = rowOffset + across.first(x) * channels;
        for (int channel = 0; channel < channels; channel++) {
          wideRows[out++] = across.mean(x, values, first + channel, channels);
        }
      }
    }
  }

  private void mixRows(int y, int rowLength) {
    int first = down.first(y) * rowLength;
    if (down.isSingle(y)) {
      System.arraycopy(wideRows, first, row, 0, rowLength);
    } else {
      for (int i = 0; i < rowLength; i++) {
        row[i] = down.mean(y, wideRows, first + i, rowLength);
      }
    }
  }

  private void paintRow(ColourMap colours, int[] target, int start) {
    if (shape.channels() == GREY) {
      for (int x = 0; x < width; x++) {
        target[start + x] = colours.colour(row[x]);
      }
    } else {
      for (int x = 0; x < width; x++) {
        target[start + x] =
            0xFF000000
                | ColourMap.level(row[3 * x]) << 16
                | ColourMap.level(row[3 * x + 1]) << 8
                | ColourMap.level(row[3 * x + 2]);
      }
    }
  }
}
