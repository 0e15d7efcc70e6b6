/**
 * Layers that disturb their input at random in training, and do nothing else. Start at {@link
 * latentlab.engine.layers.noise.Dropout}.
 */
@NullMarked
package latentlab.engine.layers.noise;

import org.jspecify.annotations.NullMarked;
