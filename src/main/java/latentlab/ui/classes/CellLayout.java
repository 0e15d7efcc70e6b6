package latentlab.ui.classes;

/**
 * How the images of a few groups are laid out: each group begins a line, and is broken into several
 * if it is long, so that all images are as large as the space allows.
 *
 * @param groups how many
 * @param count images of each group
 * @param columns images in a line
 * @param gap units between two images
 * @param captions whether there is room for words below each image
 */
record CellLayout(int groups, int count, int columns, int gap, boolean captions) {

  static final int CAPTION_GAP = 18;
  private static final int PLAIN_GAP = 3;

  /** The least side of an image below which words have room. */
  private static final double CAPTION_SIDE = 50;

  /** The best for a space, in units of layout; {@code aspect} is width by height of an image. */
  static CellLayout fit(
      int groups, int count, double aspect, double width, double height, boolean wordsWanted) {
    if (wordsWanted) {
      CellLayout wordy = best(groups, count, aspect, width, height, CAPTION_GAP);
      if (wordy.cellWidth(aspect, width, height) >= CAPTION_SIDE) {
        return wordy;
      }
    }
    return best(groups, count, aspect, width, height, PLAIN_GAP);
  }

  private static CellLayout best(
      int groups, int count, double aspect, double width, double height, int gap) {
    CellLayout best = new CellLayout(groups, count, count, gap, gap == CAPTION_GAP);
    for (int columns = count - 1; columns >= 1; columns--) {
      CellLayout other = new CellLayout(groups, count, columns, gap, gap == CAPTION_GAP);
      if (other.cellWidth(aspect, width, height) > best.cellWidth(aspect, width, height)) {
        best = other;
      }
    }
    return best;
  }

  /** Lines of each group. */
  int lines() {
    return (count + columns - 1) / columns;
  }

  /** Lines in all. */
  int rows() {
    return groups * lines();
  }

  /** The cell of an image, row by row. */
  int cell(int group, int index) {
    return group * lines() * columns + index;
  }

  /** The group of a cell. */
  int group(int cell) {
    return cell / (lines() * columns);
  }

  /** The place of a cell in its group; {@code count} or more if the cell stays empty. */
  int index(int cell) {
    return cell % (lines() * columns);
  }

  private double cellWidth(double aspect, double width, double height) {
    double across = (width - gap * (columns - 1)) / columns;
    double down = (height - gap * (rows() - 1)) / rows();
    return Math.min(across, down * aspect);
  }
}
