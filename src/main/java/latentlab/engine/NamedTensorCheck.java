package latentlab.engine;

import java.util.List;
import java.util.Map;
import latentlab.failure.InvalidInputException;
import latentlab.storage.Tensor;
import latentlab.storage.Tensors;

/** Whether tensors from outside are those that a network needs. */
final class NamedTensorCheck {

  private NamedTensorCheck() {}

  /**
   * Compares names and shapes and looks for values that are not finite.
   *
   * @param shapes what is expected, by name
   * @throws InvalidInputException if a tensor is missing, has another shape, or is not finite
   */
  static void check(Map<String, List<Long>> shapes, Tensors given) {
    shapes.forEach(
        (name, shape) -> {
          Tensor candidate = given.byName().get(name);
          if (candidate == null) {
            throw new InvalidInputException("tensor '" + name + "' is missing");
          }
          if (!candidate.shape().equals(shape)) {
            throw new InvalidInputException(
                String.format(
                    "tensor '%s' has shape %s; expected %s", name, candidate.shape(), shape));
          }
          checkFinite(name, candidate.values());
        });
  }

  private static void checkFinite(String name, float[] values) {
    for (float value : values) {
      if (!Float.isFinite(value)) {
        throw new InvalidInputException("tensor '" + name + "' holds " + value);
      }
    }
  }
}
