package latentlab.engine.layers.recurrent;

import java.util.ArrayList;
import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * Gated recurrent units (Cho et al. 2014): from the values x of a step and the state h before it,
 * which is zero at first,
 *
 * <pre>
 *   r = sigmoid(W_r x + R_r h + b_r)
 *   z = sigmoid(W_z x + R_z h + b_z)
 *   n = tanh(W_n x + b_n + r (R_n h + c))
 *   h' = (1 - z) n + z h
 * </pre>
 *
 * <p>Deviations from the paper: the reset gate r acts after the recurrent product instead of before
 * it, as in cuDNN, so that one product serves all three gates; and there are biases, of which the
 * candidate n has two, for they differ by r. Libraries with two biases for r and z too compute the
 * same with their sums.
 *
 * <p>Parameters, gates in the order r, z, n: {@code weight} [3 units, features], {@code
 * recurrent_weight} [3 units, units], {@code bias} [3 units], {@code recurrent_bias} [units], which
 * is c. Weights start by Glorot's uniform rule for each gate, biases at 0.
 *
 * @param units the size of the state, from 1 to 16384
 * @param output what the layer gives of its states
 */
public record GatedRecurrentUnit(int units, StateOutput output) implements UnaryConfiguration {

  private static final int GATES = 3;

  static final String RECURRENT_BIAS = "recurrent_bias";

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is not from 1 to 16384
   */
  public GatedRecurrentUnit {
    Gates.requireUnits(units);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return output.shape(input, units);
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    Initialization zero = Initialization.constant(0);
    List<Parameter> parameters = new ArrayList<>(gates().parameters(input, zero));
    parameters.add(new Parameter(RECURRENT_BIAS, List.of((long) units), true, zero));
    return parameters;
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return gates().multiplyAdds(input);
  }

  @Override
  public Layer build(LayerContext context) {
    return new RecurrentLayer(context, output, rows -> new GatedCell(context, units, rows));
  }

  private Gates gates() {
    return new Gates(GATES, units);
  }
}
