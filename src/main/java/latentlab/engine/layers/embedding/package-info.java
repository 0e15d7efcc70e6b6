/**
 * Vectors for numbers: {@link latentlab.engine.layers.embedding.Embedding} learns one for each
 * whole number, {@link latentlab.engine.layers.embedding.TimeEmbedding} computes one for any.
 */
@NullMarked
package latentlab.engine.layers.embedding;

import org.jspecify.annotations.NullMarked;
