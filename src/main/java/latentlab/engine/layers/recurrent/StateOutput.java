package latentlab.engine.layers.recurrent;

import latentlab.engine.primitives.FeatureShape;

/** What a recurrent layer gives of its states, one for each step. */
public enum StateOutput {
  /** That of the last step: a vector. */
  LAST_STEP,
  /** Those of all steps: a sequence. */
  EVERY_STEP;

  FeatureShape shape(FeatureShape input, int units) {
    return this == LAST_STEP
        ? FeatureShape.vector(units)
        : new FeatureShape(input.height(), 1, units);
  }
}
