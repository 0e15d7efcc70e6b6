/**
 * Layers with one input that move, repeat, drop or average values and have nothing to learn. Start
 * at {@link latentlab.engine.layers.shape.NearestUpsampling}.
 */
@NullMarked
package latentlab.engine.layers.shape;

import org.jspecify.annotations.NullMarked;
