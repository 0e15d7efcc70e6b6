/** Nonlinearities. Start at {@link latentlab.engine.layers.activation.Activation}. */
@NullMarked
package latentlab.engine.layers.activation;

import org.jspecify.annotations.NullMarked;
