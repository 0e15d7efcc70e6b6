package latentlab.models;

import java.util.Arrays;

/**
 * Grids of codes. The indices are not copied: who makes a map gives the array away, who reads it
 * leaves it unchanged.
 *
 * @param count how many grids
 * @param rows the height of each
 * @param columns the width of each
 * @param indices [count, rows, columns], places in a codebook
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, and too big to be copied.
public record CodeMaps(int count, int rows, int columns, int[] indices) {

  /**
   * Checks that there are as many indices as the sizes ask for.
   *
   * @throws IllegalArgumentException if there are not
   */
  public CodeMaps {
    if (rows < 1 || columns < 1 || (long) count * rows * columns != indices.length) {
      throw new IllegalArgumentException(
          count + " grids of " + rows + "x" + columns + " are not " + indices.length + " codes");
    }
  }

  /**
   * One grid out of these.
   *
   * @param index from 0 to {@code count - 1}
   * @return a copy, [rows, columns]
   */
  public int[] map(int index) {
    int size = rows * columns;
    return Arrays.copyOfRange(indices, index * size, (index + 1) * size);
  }
}
