/**
 * Optimisers that act in place on DL4J's flat vectors of parameters, gradients and state.
 *
 * <p>Start at {@link latentlab.engine.optimizer.AdamStep}.
 */
@NullMarked
package latentlab.engine.optimizer;

import org.jspecify.annotations.NullMarked;
