package latentlab.ui.picture;

import latentlab.data.ImageShape;

/**
 * Where the cells of a grid of images lie, in pixels of the screen. The grid is as large as the
 * space allows while its images keep their proportions.
 *
 * @param columns cells across
 * @param rows cells down
 * @param gap pixels between two cells
 * @param width pixels across of the whole grid
 * @param height pixels down of the whole grid
 */
public record GridGeometry(int columns, int rows, int gap, int width, int height) {

  /**
   * Fits a grid into a space.
   *
   * @param shape the size of each image
   * @param columns cells across, at least 1
   * @param rows cells down, at least 1
   * @param gap pixels between two cells
   * @param scaling how the size of a cell is chosen
   * @param spaceWidth pixels across that are there
   * @param spaceHeight pixels down that are there
   * @return the largest grid that fits; with cells of one pixel at least, even if that is too large
   */
  public static GridGeometry fit(
      ImageShape shape,
      int columns,
      int rows,
      int gap,
      Scaling scaling,
      int spaceWidth,
      int spaceHeight) {
    int cellsWidth = spaceWidth - gap * (columns - 1);
    int cellsHeight = spaceHeight - gap * (rows - 1);
    double scale =
        Math.min(
            (double) cellsWidth / (columns * shape.width()),
            (double) cellsHeight / (rows * shape.height()));
    if (scaling == Scaling.WHOLE_NUMBERS && scale >= 1) {
      scale = Math.floor(scale);
    }
    int width = Math.max(columns, (int) Math.round(scale * columns * shape.width()));
    int height = Math.max(rows, (int) Math.round(scale * rows * shape.height()));
    return new GridGeometry(
        columns, rows, gap, width + gap * (columns - 1), height + gap * (rows - 1));
  }

  /**
   * Where a column starts.
   *
   * @param column from 0
   * @return pixels from the left border of the grid
   */
  public int columnStart(int column) {
    return start(column, columns, width);
  }

  /**
   * How wide a column is.
   *
   * @param column from 0
   * @return pixels, which may be one more or less than in another column
   */
  public int columnWidth(int column) {
    return columnStart(column + 1) - gap - columnStart(column);
  }

  /**
   * Where a row starts.
   *
   * @param row from 0
   * @return pixels from the upper border of the grid
   */
  public int rowStart(int row) {
    return start(row, rows, height);
  }

  /**
   * How high a row is.
   *
   * @param row from 0
   * @return pixels, which may be one more or less than in another row
   */
  public int rowHeight(int row) {
    return rowStart(row + 1) - gap - rowStart(row);
  }

  private int start(int index, int count, int length) {
    return (int) ((long) index * (length + gap) / count);
  }

  /** How the size of a cell is chosen. */
  public enum Scaling {
    /** Images are enlarged by whole numbers where they can be, so that each value is one block. */
    WHOLE_NUMBERS,
    /** The grid fills its space. */
    FILL
  }
}
