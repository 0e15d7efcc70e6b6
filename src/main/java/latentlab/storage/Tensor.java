package latentlab.storage;

import java.util.List;

/**
 * Numbers with a shape, outside of any live network. The values are not copied: who makes one gives
 * the array away, who reads one leaves it unchanged.
 *
 * @param shape the size of each axis, outermost first; row-major (C) order
 * @param values the numbers, one for each element of the shape
 */
@SuppressWarnings("ArrayRecordComponent") // Weights are large; identity is what callers compare.
public record Tensor(List<Long> shape, float[] values) {

  /**
   * Checks that the shape holds as many elements as there are values.
   *
   * @throws IllegalArgumentException if it does not
   */
  public Tensor {
    shape = List.copyOf(shape);
    long elements = 1;
    for (long size : shape) {
      if (size < 0) {
        throw new IllegalArgumentException("negative size in shape " + shape);
      }
      elements = Math.multiplyExact(elements, size);
    }
    if (elements != values.length) {
      throw new IllegalArgumentException(
          "shape " + shape + " needs " + elements + " values, not " + values.length);
    }
  }

  /**
   * A vector.
   *
   * @param values its numbers, [n]
   * @return a tensor with one axis
   */
  public static Tensor vector(float... values) {
    return new Tensor(List.of((long) values.length), values);
  }
}
