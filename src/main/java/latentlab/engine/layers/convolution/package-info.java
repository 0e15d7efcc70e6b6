/**
 * Convolutions and transposed convolutions. Start at {@link
 * latentlab.engine.layers.convolution.Convolution}.
 */
@NullMarked
package latentlab.engine.layers.convolution;

import org.jspecify.annotations.NullMarked;
