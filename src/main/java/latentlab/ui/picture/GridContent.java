package latentlab.ui.picture;

import java.util.BitSet;
import latentlab.data.ImageBatch;
import latentlab.data.ImageShape;

/** The images in the cells of a grid, of which some may still be missing. */
final class GridContent {

  private final ImageShape shape;
  private final int columns;
  private final int rows;
  private final float[] values;
  private final BitSet filled;

  /** Cells with the same number hold the same image. */
  private final int[] imageNumbers;

  private int nextImageNumber;

  GridContent(ImageShape shape, int columns, int rows) {
    this.shape = shape;
    this.columns = columns;
    this.rows = rows;
    values = new float[Math.multiplyExact(columns * rows, shape.size())];
    filled = new BitSet(columns * rows);
    imageNumbers = new int[columns * rows];
  }

  boolean hasForm(ImageShape otherShape, int otherColumns, int otherRows) {
    return shape.equals(otherShape) && columns == otherColumns && rows == otherRows;
  }

  ImageShape shape() {
    return shape;
  }

  int columns() {
    return columns;
  }

  int rows() {
    return rows;
  }

  /** The images of all cells, row by row, [rows * columns, height, width, channels]. */
  float[] values() {
    return values;
  }

  boolean isFilled(int cell) {
    return filled.get(cell);
  }

  void clear() {
    filled.clear();
  }

  /** Whether two cells were filled with one image. */
  boolean holdSameImage(int cell, int other) {
    return isFilled(cell) && isFilled(other) && imageNumbers[cell] == imageNumbers[other];
  }

  /** Puts images into the cells from one on. */
  void put(int firstCell, ImageBatch images, int firstImage, int count) {
    for (int i = 0; i < count; i++) {
      put(firstCell + i, images, firstImage + i);
      imageNumbers[firstCell + i] = nextImageNumber++;
    }
  }

  /** Fills all cells; each square block of them, cut off at the borders, gets one image. */
  void putBlocks(ImageBatch images, int side) {
    int blocksInRow = (columns + side - 1) / side;
    for (int cell = 0; cell < columns * rows; cell++) {
      int row = cell / columns;
      int image = row / side * blocksInRow + cell % columns / side;
      put(cell, images, image);
      imageNumbers[cell] = nextImageNumber + image;
    }
    nextImageNumber += images.count();
  }

  private void put(int cell, ImageBatch images, int image) {
    if (!images.shape().equals(shape)) {
      throw new IllegalArgumentException(
          "images of " + images.shape() + " in a grid of images of " + shape);
    }
    int size = shape.size();
    System.arraycopy(images.pixels(), image * size, values, cell * size, size);
    filled.set(cell);
  }
}
