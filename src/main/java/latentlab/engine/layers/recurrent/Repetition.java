package latentlab.engine.layers.recurrent;

import latentlab.engine.layers.Layer;
import latentlab.engine.layers.LayerContext;
import latentlab.engine.layers.UnaryConfiguration;
import latentlab.engine.primitives.FeatureShape;

/**
 * The same values at each step of a sequence, such as a code for a recurrent decoder. An image is
 * taken as the vector of its values.
 *
 * @param steps how often, at least 1
 */
public record Repetition(int steps) implements UnaryConfiguration {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is below 1
   */
  public Repetition {
    if (steps < 1) {
      throw new IllegalArgumentException("a repetition needs steps, not " + steps);
    }
  }

  @Override
  public FeatureShape output(FeatureShape input) {
    return new FeatureShape(steps, 1, input.size());
  }

  @Override
  public Layer build(LayerContext context) {
    return new RepetitionLayer(context, steps);
  }
}
