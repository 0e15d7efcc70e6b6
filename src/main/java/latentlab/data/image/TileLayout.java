package latentlab.data.image;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/**
 * Where the images are in a picture.
 *
 * @param shape the size of each
 * @param rows images one below the other
 * @param columns images side by side
 * @param gap pixels between two images
 */
record TileLayout(ImageShape shape, int rows, int columns, int gap) {

  /** The layout of a grid with the gaps that this program leaves, or else of one without any. */
  static Optional<TileLayout> of(Picture picture, ImageShape shape) {
    return Stream.of(PictureGrid.GAP, 0)
        .flatMap(gap -> fitting(picture, shape, gap).stream())
        .filter(layout -> layout.hasItsGaps(picture))
        .findFirst();
  }

  private static Optional<TileLayout> fitting(Picture picture, ImageShape shape, int gap) {
    int stepY = shape.height() + gap;
    int stepX = shape.width() + gap;
    int height = picture.height() + gap;
    int width = picture.width() + gap;
    return height % stepY == 0 && width % stepX == 0
        ? Optional.of(new TileLayout(shape, height / stepY, width / stepX, gap))
        : Optional.empty();
  }

  private boolean hasItsGaps(Picture picture) {
    boolean below =
        IntStream.range(1, rows)
            .allMatch(row -> isBlank(picture, row * stepY() - gap, 0, gap, picture.width()));
    boolean beside =
        IntStream.range(1, columns)
            .allMatch(column -> isBlank(picture, 0, column * stepX() - gap, picture.height(), gap));
    return below && beside;
  }

  /** The images in rows, without the places that are left over at the end. */
  ImageBatch cut(Picture picture) {
    int count = rows * columns;
    while (gap > 0 && count > 1 && isLeftOver(picture, count - 1)) {
      count--;
    }
    float[] pixels = new float[Math.multiplyExact(count, shape.size())];
    int rowLength = shape.width() * shape.channels();
    int target = 0;
    for (int image = 0; image < count; image++) {
      for (int row = 0; row < shape.height(); row++) {
        picture.copyRow(top(image) + row, left(image), rowLength, pixels, target);
        target += rowLength;
      }
    }
    return ImageBatch.unlabelled(shape, pixels);
  }

  private boolean isLeftOver(Picture picture, int image) {
    return isBlank(picture, top(image), left(image), shape.height(), shape.width());
  }

  private int top(int image) {
    return image / columns * stepY();
  }

  private int left(int image) {
    return image % columns * stepX();
  }

  private int stepY() {
    return shape.height() + gap;
  }

  private int stepX() {
    return shape.width() + gap;
  }

  private static boolean isBlank(Picture picture, int top, int left, int height, int width) {
    return picture.isUniform(top, left, height, width, PictureGrid.GAP_VALUE);
  }
}
