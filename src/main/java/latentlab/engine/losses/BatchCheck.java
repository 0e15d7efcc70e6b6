package latentlab.engine.losses;

import latentlab.engine.kernels.Matrix;

/** Whether the arrays given to a loss fit together. A matrix has at least one row. */
final class BatchCheck {

  private BatchCheck() {}

  /**
   * Compares the number of columns.
   *
   * @param output what a network gave
   * @param columns how many it must have
   * @param what the output is called in the message
   * @throws IllegalArgumentException if it has others
   */
  static void columns(Matrix output, int columns, String what) {
    if (output.columns() != columns) {
      throw new IllegalArgumentException(
          String.format(
              "%s must be [rows, %d], not [%d, %d]",
              what, columns, output.rows(), output.columns()));
    }
  }

  /**
   * Compares the length of what belongs to each row or element.
   *
   * @param length how many values there are
   * @param expected how many there must be
   * @param what the values are called in the message
   * @param output what a network gave, for the message
   * @throws IllegalArgumentException if there are more or fewer
   */
  static void length(int length, long expected, String what, Matrix output) {
    if (length != expected) {
      throw new IllegalArgumentException(
          String.format(
              "an output of [%d, %d] needs %d %s, not %d",
              output.rows(), output.columns(), expected, what, length));
    }
  }

  /**
   * Looks for room in an array that is to be filled.
   *
   * @param length of the array
   * @param offset where it is to be filled from
   * @param count how many values will be written
   * @throws IllegalArgumentException if they do not fit
   */
  static void room(int length, int offset, long count) {
    if (offset < 0 || offset + count > length) {
      throw new IllegalArgumentException(
          String.format("%d values from index %d do not fit into %d", count, offset, length));
    }
  }
}
