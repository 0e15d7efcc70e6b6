package latentlab.ui.diffusion;

import org.jspecify.annotations.Nullable;

/**
 * All that is chosen for the next images: what a step back brings back. Immutable.
 *
 * @param choices class, sampler and so on; null without a model
 * @param start where the way begins
 * @param startStep the step up to which one's own image is given noise
 */
record SamplingState(@Nullable SamplingChoices choices, StartingPoint start, int startStep) {

  /** The state of a view-model. */
  static SamplingState of(DiffusionViewModel model) {
    return new SamplingState(model.choices().get(), model.start().get(), model.startStep().get());
  }
}
