package latentlab.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;

/**
 * Named tensors: the weights of a model, or the state of an optimiser. Immutable but for the arrays
 * inside, which nobody changes; any thread may read them.
 *
 * @param byName the tensors, in the order in which they are stored
 */
public record Tensors(Map<String, Tensor> byName) {

  /** Copies the map, keeping its order. */
  public Tensors {
    byName = Collections.unmodifiableMap(new LinkedHashMap<>(byName));
  }

  /**
   * The tensor of a name.
   *
   * @param name the name
   * @return the tensor
   * @throws IllegalArgumentException if there is none of that name
   */
  public Tensor get(String name) {
    Tensor tensor = byName.get(name);
    if (tensor == null) {
      throw new IllegalArgumentException(
          "no tensor is named " + name + "; there are " + byName.keySet());
    }
    return tensor;
  }

  /**
   * The values of a tensor that came from outside.
   *
   * @param name the name
   * @param shape what its shape must be
   * @return as many finite numbers as the shape has elements
   * @throws InvalidInputException if the tensor is missing, has another shape, or holds a value
   *     that is not finite
   */
  public float[] checked(String name, List<Long> shape) {
    Tensor tensor = byName.get(name);
    if (tensor == null) {
      throw new InvalidInputException("tensor '" + name + "' is missing");
    }
    if (!tensor.shape().equals(shape)) {
      throw new InvalidInputException(
          "tensor '" + name + "' has shape " + tensor.shape() + "; expected " + shape);
    }
    for (float value : tensor.values()) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException(
            "tensor '" + name + "' holds " + value + "; expected finite numbers");
      }
    }
    return tensor.values();
  }
}
