package latentlab.data.image;

import java.awt.image.BufferedImage;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;
import latentlab.failure.InvalidInputException;

/**
 * Many images in one picture, row by row, with a gap of one pixel between them. Places that are
 * left over at the end have the colour of the gap, by which a reader knows them.
 */
final class PictureGrid {

  static final int GAP = 1;

  /** A dark grey that shows against black; not the half that an untrained decoder paints. */
  static final int GAP_VALUE = 96;

  private static final int LARGEST_SIDE = 1 << 15;

  private PictureGrid() {}

  static int nearSquareColumns(int count) {
    return Math.max(1, (int) Math.ceil(Math.sqrt(count)));
  }

  /** Writes a PNG that holds texts, by their keywords. */
  static void write(ImageBatch images, int columns, Map<String, String> texts, OutputStream output)
      throws IOException {
    BufferedImage picture = draw(images, columns);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ImageOutputStream target = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(picture, "png", target)) {
        throw new IOException("this Java has no PNG writer");
      }
    }
    output.write(PngText.with(bytes.toByteArray(), texts));
  }

  private static BufferedImage draw(ImageBatch images, int columns) {
    ImageShape shape = images.shape();
    int usedColumns = Math.min(columns, images.count());
    int rows = (images.count() + usedColumns - 1) / usedColumns;
    int width = side(usedColumns, shape.width());
    int height = side(rows, shape.height());
    int type = shape.channels() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB;
    BufferedImage picture = new BufferedImage(width, height, type);
    WritableRaster raster = picture.getRaster();
    int[] background = new int[width * raster.getNumBands()];
    Arrays.fill(background, GAP_VALUE);
    for (int y = 0; y < height; y++) {
      raster.setPixels(0, y, width, 1, background);
    }
    for (int i = 0; i < images.count(); i++) {
      int x = i % usedColumns * (shape.width() + GAP);
      int y = i / usedColumns * (shape.height() + GAP);
      raster.setPixels(x, y, shape.width(), shape.height(), bytes(images, i));
    }
    return picture;
  }

  private static int side(int places, int size) {
    long side = places * ((long) size + GAP) - GAP;
    if (side > LARGEST_SIDE) {
      throw new InvalidInputException(
          String.format(
              "a picture of %d images side by side would be %d pixels long; expected at most %d",
              places, side, LARGEST_SIDE));
    }
    return (int) side;
  }

  static int[] bytes(ImageBatch images, int index) {
    int size = images.shape().size();
    int[] values = new int[size];
    for (int i = 0; i < size; i++) {
      float value = images.pixels()[index * size + i];
      values[i] = Math.min(255, Math.max(0, Math.round(value * 255)));
    }
    return values;
  }

  static ImageBatch read(Path file, ImageShape shape) {
    if (shape.channels() != 1 && shape.channels() != 3) {
      throw new InvalidInputException(
          file + ": cannot be read as images of " + shape + "; expected 1 or 3 channels");
    }
    Picture picture = Picture.read(file, shape.channels());
    return TileLayout.of(picture, shape)
        .orElseThrow(
            () ->
                new InvalidInputException(
                    String.format(
                        "%s: is %d pixels high and %d wide; expected %d and %d or a grid of such"
                            + " images",
                        file, picture.height(), picture.width(), shape.height(), shape.width())))
        .cut(picture);
  }
}
