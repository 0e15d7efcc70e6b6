package latentlab.engine.layers;

import java.util.List;

/**
 * A parameter that a layer needs.
 *
 * @param name within the layer, such as {@code weight}
 * @param shape as it is stored in files, row-major
 * @param trained whether the optimiser changes it; if not, the layer does
 * @param initialization how it starts
 */
public record Parameter(
    String name, List<Long> shape, boolean trained, Initialization initialization) {

  /** Copies the shape. */
  public Parameter {
    shape = List.copyOf(shape);
  }

  /**
   * The number of values.
   *
   * @return the product of the sizes
   */
  public int size() {
    return Math.toIntExact(shape.stream().reduce(1L, Math::multiplyExact));
  }
}
