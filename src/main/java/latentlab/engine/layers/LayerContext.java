package latentlab.engine.layers;

import java.util.List;
import java.util.Map;
import latentlab.engine.primitives.FeatureShape;
import latentlab.engine.primitives.Primitives;

/**
 * What a layer is built on.
 *
 * @param name of the layer, unique in its program, for messages and for drawing noise
 * @param inputs the shapes of what it is given
 * @param inputReusable whether the layer may overwrite its first input, which is another layer's
 *     output that nobody else reads
 * @param primitives do its arithmetic
 * @param parameters its own parameters by name
 * @param shared the parameters of other layers that it may use
 */
public record LayerContext(
    String name,
    List<FeatureShape> inputs,
    boolean inputReusable,
    Primitives primitives,
    Map<String, ParameterView> parameters,
    SharedParameters shared) {

  /**
   * The shape of the only or the first input.
   *
   * @return the shape of one example
   */
  public FeatureShape input() {
    return inputs.get(0);
  }

  /**
   * One of the layer's own parameters.
   *
   * @param parameter its name within the layer
   * @return live memory
   * @throws IllegalStateException if the configuration named no such parameter
   */
  public ParameterView parameter(String parameter) {
    ParameterView view = parameters.get(parameter);
    if (view == null) {
      throw new IllegalStateException(name + " has no parameter '" + parameter + "'");
    }
    return view;
  }
}
