/**
 * Layers with several inputs that bring branches of a network together: skip connections, residual
 * connections and conditioning. Start at {@link latentlab.engine.layers.merge.Concatenation}.
 */
@NullMarked
package latentlab.engine.layers.merge;

import org.jspecify.annotations.NullMarked;
