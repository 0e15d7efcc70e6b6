/**
 * The diffusion tab: noise becomes an image step by step, and every step can be looked at, gone
 * back to, and branched from.
 *
 * <p>Start at {@link latentlab.ui.diffusion.DiffusionTab}. {@link
 * latentlab.ui.diffusion.DiffusionViewModel} holds what is shown and needs no toolkit; {@link
 * latentlab.ui.diffusion.StepCollector} brings the steps from the model's thread, at a bounded
 * rate.
 */
@NullMarked
package latentlab.ui.diffusion;

import org.jspecify.annotations.NullMarked;
