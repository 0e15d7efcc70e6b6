package latentlab.data.image;

import latentlab.data.ImageBatch;

/** Originals and what was made of them in alternate rows, each pair one above the other. */
public final class InterleavedRows {

  /** Few images are shown large, many in long rows. */
  private static final int FEW = 16;

  private static final int COLUMNS_FOR_FEW = 8;
  private static final int COLUMNS_FOR_MANY = 16;

  private InterleavedRows() {}

  /**
   * As many columns as make full rows.
   *
   * @param images how many pairs there are
   * @return at least 1
   */
  public static int columnsFor(int images) {
    int most = images <= FEW ? COLUMNS_FOR_FEW : COLUMNS_FOR_MANY;
    int rows = Math.max(1, (images + most - 1) / most);
    return Math.max(1, (images + rows - 1) / rows);
  }

  /**
   * Puts rows of two batches in turn; a last row that is not full ends in black images.
   *
   * @param upper the originals
   * @param lower what was made of them, as many of the same size
   * @param columns images in a row, at least 1
   * @return twice the number of rows times the columns, without labels
   */
  public static ImageBatch of(ImageBatch upper, ImageBatch lower, int columns) {
    int rows = (upper.count() + columns - 1) / columns;
    int size = upper.shape().size();
    int rowLength = columns * size;
    float[] pixels = new float[2 * rows * rowLength];
    for (int row = 0; row < rows; row++) {
      int length = Math.min(rowLength, upper.pixels().length - row * rowLength);
      System.arraycopy(upper.pixels(), row * rowLength, pixels, 2 * row * rowLength, length);
      System.arraycopy(lower.pixels(), row * rowLength, pixels, (2 * row + 1) * rowLength, length);
    }
    return ImageBatch.unlabelled(upper.shape(), pixels);
  }
}
