package latentlab.engine.layers.recurrent;

import java.util.List;
import latentlab.engine.layers.Initialization;
import latentlab.engine.layers.Parameter;
import latentlab.engine.layers.WeightRule;
import latentlab.engine.primitives.FeatureShape;

/**
 * The parameters that gated layers have in common, the rows of all gates below each other.
 *
 * @param count how many gates there are
 * @param units the size of each
 */
record Gates(int count, int units) {

  static final String WEIGHT = "weight";
  static final String RECURRENT_WEIGHT = "recurrent_weight";
  static final String BIAS = "bias";

  /** With more the weights of four gates could not be addressed. */
  private static final int MOST_UNITS = 16_384;

  static void requireUnits(int units) {
    if (units < 1 || units > MOST_UNITS) {
      throw new IllegalArgumentException(
          "a recurrent layer takes 1 to " + MOST_UNITS + " units, not " + units);
    }
  }

  /** Values of one step of a sequence. */
  static int features(FeatureShape input) {
    return input.width() * input.channels();
  }

  long columns() {
    return (long) count * units;
  }

  /** Weights are drawn for each gate as for a dense layer with a saturating function. */
  List<Parameter> parameters(FeatureShape input, Initialization bias) {
    return List.of(
        weight(WEIGHT, features(input)),
        weight(RECURRENT_WEIGHT, units),
        new Parameter(BIAS, List.of(columns()), true, bias));
  }

  private Parameter weight(String name, long inputs) {
    return new Parameter(
        name,
        List.of(columns(), inputs),
        true,
        Initialization.random(WeightRule.GLOROT_UNIFORM, (double) inputs, units));
  }

  long multiplyAdds(FeatureShape input) {
    return input.height() * columns() * (features(input) + (long) units);
  }
}
