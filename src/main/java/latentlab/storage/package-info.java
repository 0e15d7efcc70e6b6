/**
 * Files that are never half-written, and named tensors in the public safetensors format.
 *
 * <p>Start at {@link latentlab.storage.Tensors}: what weights are outside of a live network, and
 * {@link latentlab.storage.SafetensorsFile}, their file. {@link latentlab.storage.AtomicFile} and
 * {@link latentlab.storage.AtomicFolder} are how everything is written; {@link
 * latentlab.storage.TextFile} and {@link latentlab.storage.JsonFields} read small files that are
 * not to be trusted.
 */
@NullMarked
package latentlab.storage;

import org.jspecify.annotations.NullMarked;
