package latentlab.storage;

import java.util.List;

/**
 * One line of a safetensors header.
 *
 * @param name the tensor's name
 * @param type the type of its elements
 * @param shape the size of each axis
 * @param begin its first byte, counted from the end of the header
 * @param end the byte after its last one
 */
record TensorEntry(String name, ElementType type, List<Long> shape, long begin, long end) {

  TensorEntry {
    shape = List.copyOf(shape);
  }

  /** The number of elements, which the parser has checked to fit an array. */
  int elements() {
    return (int) ((end - begin) / type.bytes());
  }
}
