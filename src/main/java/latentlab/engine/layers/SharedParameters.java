package latentlab.engine.layers;

/** Parameters that belong to other layers, of this network or of another. */
@FunctionalInterface
public interface SharedParameters {

  /** Where nothing is shared. */
  SharedParameters NONE =
      name -> {
        throw new IllegalArgumentException("there is no parameter '" + name + "' to share");
      };

  /**
   * Finds one.
   *
   * @param name the parameter's full name, such as {@code encoder.0.weight}
   * @return live memory
   * @throws IllegalArgumentException if there is none of this name
   */
  SharedParameter find(String name);
}
