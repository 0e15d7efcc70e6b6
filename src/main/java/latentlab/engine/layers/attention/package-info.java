/**
 * Attention between the positions of an image. Start at {@link
 * latentlab.engine.layers.attention.SelfAttention}.
 */
@NullMarked
package latentlab.engine.layers.attention;

import org.jspecify.annotations.NullMarked;
