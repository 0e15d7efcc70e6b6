package latentlab.engine.kernels;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * A row-major matrix of floats in native memory, with the address and the buffer that reach it
 * taken once. One thread at a time may use it.
 */
public final class Matrix {

  private final INDArray array;
  private final int rows;
  private final int columns;
  private final FloatPointer pointer;
  private final FloatBuffer buffer;

  private Matrix(INDArray array, int rows, int columns) {
    this.array = array;
    this.rows = rows;
    this.columns = columns;
    this.pointer = (FloatPointer) array.data().addressPointer();
    this.buffer = array.data().asNioFloat().slice();
  }

  /**
   * New memory with undefined content.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @return a matrix whose memory lives as long as it is reachable
   * @throws IllegalArgumentException if it has no rows or no columns
   */
  public static Matrix allocate(int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new IllegalArgumentException(
          String.format("a matrix has rows and columns, not [%d, %d]", rows, columns));
    }
    return new Matrix(
        Nd4j.createUninitialized(DataType.FLOAT, new long[] {rows, columns}, 'c'), rows, columns);
  }

  /**
   * The memory of an ND4J array, without a copy.
   *
   * @param array floats whose memory is one block, row after row of the matrix
   * @param rows at least 1
   * @param columns at least 1; rows * columns is the array's length
   * @return a matrix over the same memory
   * @throws IllegalArgumentException if type or length do not fit
   */
  public static Matrix over(INDArray array, int rows, int columns) {
    if (array.dataType() != DataType.FLOAT || array.length() != (long) rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              "a [%d, %d] matrix of floats was expected, not %s of %s",
              rows, columns, array.shapeInfoToString(), array.dataType()));
    }
    return new Matrix(array, rows, columns);
  }

  /**
   * A batch as a layer is given it.
   *
   * @param array [rows, columns]; copied if it is not packed row-major floats
   * @return a matrix over the array's memory, or over the copy's
   * @throws IllegalArgumentException if the array has another number of axes than two
   */
  public static Matrix ofBatch(INDArray array) {
    if (array.rank() != 2) {
      throw new IllegalArgumentException(
          "a batch must be [rows, columns], not of shape " + array.shapeInfoToString());
    }
    int rows = Math.toIntExact(array.size(0));
    int columns = Math.toIntExact(array.size(1));
    boolean packed =
        array.dataType() == DataType.FLOAT
            && (array.stride(1) == 1 || columns == 1)
            && (array.stride(0) == columns || rows == 1);
    return new Matrix(packed ? array : array.castTo(DataType.FLOAT).dup('c'), rows, columns);
  }

  /**
   * The same memory as a matrix of other sizes.
   *
   * @param newRows at least 1
   * @param newColumns at least 1; newRows * newColumns elements, as many as now
   * @return a matrix over the same memory
   * @throws IllegalArgumentException if the number of elements differs
   */
  public Matrix reshaped(int newRows, int newColumns) {
    return over(array.reshape(array.length()), newRows, newColumns);
  }

  /**
   * The ND4J array.
   *
   * @return live memory, not a copy
   */
  public INDArray array() {
    return array;
  }

  /**
   * The number of rows.
   *
   * @return at least 1
   */
  public int rows() {
    return rows;
  }

  /**
   * The number of columns.
   *
   * @return at least 1
   */
  public int columns() {
    return columns;
  }

  /**
   * The address of the first element.
   *
   * @return for native calls
   */
  public FloatPointer pointer() {
    return pointer;
  }

  /**
   * The elements.
   *
   * @return a buffer over the live memory, row-major from index 0; its position is not used
   */
  public FloatBuffer buffer() {
    return buffer;
  }

  /**
   * Copies out all elements.
   *
   * @param target receives them, row-major; at least rows * columns long
   */
  public void copyTo(float[] target) {
    buffer.get(0, target, 0, rows * columns);
  }

  /**
   * Copies in all elements.
   *
   * @param source row-major; at least rows * columns long
   */
  public void copyFrom(float[] source) {
    buffer.put(0, source, 0, rows * columns);
  }

  /**
   * Copies in all elements of another matrix.
   *
   * @param source with as many elements
   * @throws IllegalArgumentException if the sizes differ
   */
  public void copyFrom(Matrix source) {
    if (source.rows * source.columns != rows * columns) {
      throw new IllegalArgumentException(
          String.format(
              "[%d, %d] cannot be copied to [%d, %d]", source.rows, source.columns, rows, columns));
    }
    buffer.put(0, source.buffer, 0, rows * columns);
  }

  /** Gives the memory back; the matrix cannot be used afterwards. Only for allocated ones. */
  public void close() {
    if (array.closeable()) {
      array.close();
    }
  }
}
