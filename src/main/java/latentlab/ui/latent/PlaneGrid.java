package latentlab.ui.latent;

import latentlab.models.LatentCodes;

/**
 * A square cut out of a latent space along two of its dimensions or principal directions, divided
 * into cells. Each cell shows the image at its middle. Places on the square are fractions of its
 * side, from the left and from the top; coordinates rise to the right and upwards.
 *
 * @param basis tells what the axes are
 * @param horizontal the axis across, from 0
 * @param vertical the axis upwards, from 0, or {@link #NONE} in a space of one dimension
 * @param range the square runs from minus to plus this, in both dimensions
 * @param cells cells in each row and in each column
 */
record PlaneGrid(PlaneBasis basis, int horizontal, int vertical, double range, int cells) {

  /** Stands for the dimension that a space of one dimension lacks. */
  static final int NONE = -1;

  /** Moving a point along principal directions rounds; less than this is no move. */
  private static final double ROUNDING = 1e-4;

  /** A square along two dimensions. */
  PlaneGrid(int horizontal, int vertical, double range, int cells) {
    this(PlaneBasis.DIMENSIONS, horizontal, vertical, range, cells);
  }

  /** The same square along other axes of the same basis. */
  PlaneGrid along(int nextHorizontal, int nextVertical) {
    return new PlaneGrid(basis, nextHorizontal, nextVertical, range, cells);
  }

  /** The square to another distance, divided into other cells. */
  PlaneGrid sized(double nextRange, int nextCells) {
    return new PlaneGrid(basis, horizontal, vertical, nextRange, nextCells);
  }

  /** Where a point lies across, which is outside 0 to 1 if it is not on the square. */
  double placeAcross(LatentPoint point) {
    return fromLeft(basis.coordinate(point, horizontal));
  }

  /** Where a point lies from the top, the middle if there is no axis upwards. */
  double placeFromTop(LatentPoint point) {
    return vertical == NONE ? 0.5 : fromTop(basis.coordinate(point, vertical));
  }

  /** The coordinate across at a fraction of the side. */
  double across(double fromLeft) {
    return (2 * fromLeft - 1) * range;
  }

  /** The coordinate upwards at a fraction of the side. */
  double upwards(double fromTop) {
    return (1 - 2 * fromTop) * range;
  }

  /** Where a coordinate across lies, which is outside 0 to 1 if it is not on the square. */
  double fromLeft(double coordinate) {
    return (coordinate / range + 1) / 2;
  }

  /** Where a coordinate upwards lies, which is outside 0 to 1 if it is not on the square. */
  double fromTop(double coordinate) {
    return (1 - coordinate / range) / 2;
  }

  /** The side of a cell, in coordinates. */
  double cellSize() {
    return 2 * range / cells;
  }

  int count() {
    return cells * cells;
  }

  /** The point of the square at a place; its other coordinates are those of the base. */
  LatentPoint pointAt(LatentPoint base, double fromLeft, double fromTop) {
    LatentPoint moved = basis.moved(base, horizontal, across(fromLeft));
    return vertical == NONE ? moved : basis.moved(moved, vertical, upwards(fromTop));
  }

  /** Whether squares through two points are the same one. */
  boolean isSharedBy(LatentPoint one, LatentPoint other) {
    return pointAt(one, 0, 0).isNear(pointAt(other, 0, 0), ROUNDING);
  }

  /** The middles of the cells from one on, row by row from the upper left one, [count, size]. */
  LatentCodes codes(LatentPoint base, int first, int count) {
    float[] values = new float[count * base.size()];
    for (int i = 0; i < count; i++) {
      double fromLeft = middle((first + i) % cells, 1);
      double fromTop = middle((first + i) / cells, 1);
      write(pointAt(base, fromLeft, fromTop), values, i);
    }
    return new LatentCodes(count, base.size(), values);
  }

  /** How many cells make the side of a block so that there are at most so many blocks. */
  int blockSide(int mostBlocks) {
    int blocksInRow = Math.max(1, (int) Math.sqrt(mostBlocks));
    return (cells + blocksInRow - 1) / blocksInRow;
  }

  /** The middles of square blocks of cells, row by row. */
  LatentCodes blockCodes(LatentPoint base, int side) {
    int blocks = blocksInRow(side);
    float[] values = new float[blocks * blocks * base.size()];
    for (int block = 0; block < blocks * blocks; block++) {
      double fromLeft = middle(block % blocks, side);
      double fromTop = middle(block / blocks, side);
      write(pointAt(base, fromLeft, fromTop), values, block);
    }
    return new LatentCodes(blocks * blocks, base.size(), values);
  }

  private int blocksInRow(int side) {
    return (cells + side - 1) / side;
  }

  /** The middle of a block, of which the last one may be cut off by the border. */
  private double middle(int block, int side) {
    int start = block * side;
    int end = Math.min(cells, start + side);
    return (start + end) / 2.0 / cells;
  }

  private static void write(LatentPoint point, float[] values, int index) {
    for (int dimension = 0; dimension < point.size(); dimension++) {
      values[index * point.size() + dimension] = point.coordinate(dimension);
    }
  }
}
