package latentlab.engine.layers.recurrent;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Long short-term memory (Hochreiter and Schmidhuber 1997) with forget gates (Gers et al. 2000) and
 * without peepholes: from the values x of a step, and the state h and the cells c before it, which
 * are zero at first,
 *
 * <pre>
 *   i = sigmoid(W_i x + R_i h + b_i)
 *   f = sigmoid(W_f x + R_f h + b_f)
 *   g = tanh(W_g x + R_g h + b_g)
 *   o = sigmoid(W_o x + R_o h + b_o)
 *   c' = f c + i g
 *   h' = o tanh(c')
 * </pre>
 *
 * <p>Parameters, gates in the order i, f, g, o: {@code weight} [4 units, features], {@code
 * recurrent_weight} [4 units, units], {@code bias} [4 units]. Weights start by Glorot's uniform
 * rule for each gate; the biases of the forget gates at 1, so that cells remember at first
 * (Jozefowicz et al. 2015), the others at 0.
 *
 * @param units the size of the state, and of the cells, from 1 to 16384
 * @param output what the layer gives of its states
 */
public record LongShortTermMemory(int units, StateOutput output) implements UnaryConfiguration {

  private static final int GATES = 4;

  /**
   * Checks the size.
   *
   * @throws IllegalArgumentException if it is not from 1 to 16384
   */
  public LongShortTermMemory {
    Gates.requireUnits(units);
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return output.shape(input, units);
  }

  @Override
  public List<Parameter> parameters(FeatureShape input) {
    Initialization remembering =
        new Initialization(
            vector -> {
              vector.assign(0);
              vector.get(NDArrayIndex.interval(units, 2L * units)).assign(1);
            });
    return gates().parameters(input, remembering);
  }

  @Override
  public long multiplyAdds(FeatureShape input) {
    return gates().multiplyAdds(input);
  }

  @Override
  public Layer build(LayerContext context) {
    return new RecurrentLayer(context, output, rows -> new MemoryCell(context, units, rows));
  }

  private Gates gates() {
    return new Gates(GATES, units);
  }
}
