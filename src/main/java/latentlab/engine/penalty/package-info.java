/**
 * The gradient penalty of Wasserstein critics. Start at {@link
 * latentlab.engine.penalty.GradientPenalty}; {@link latentlab.engine.penalty.Interpolation} makes
 * the batches on which it is computed.
 */
@NullMarked
package latentlab.engine.penalty;

import org.jspecify.annotations.NullMarked;
