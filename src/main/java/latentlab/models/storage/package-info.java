/**
 * Models as folders: {@code model.json} beside {@code weights.safetensors}.
 *
 * <p>Start at {@link latentlab.models.storage.ModelFolder}. Nothing here trusts what it reads.
 */
@NullMarked
package latentlab.models.storage;

import org.jspecify.annotations.NullMarked;
