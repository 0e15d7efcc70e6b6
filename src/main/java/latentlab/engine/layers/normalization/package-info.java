/**
 * Normalisation of activations: by batch, group or example. Start at {@link
 * latentlab.engine.layers.normalization.GroupNormalization}, whose passes over single images show
 * how the others work too; batch normalisation is a primitive, for oneDNN has a fast one.
 */
@NullMarked
package latentlab.engine.layers.normalization;

import org.jspecify.annotations.NullMarked;
