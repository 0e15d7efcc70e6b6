package latentlab.storage;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

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
}
