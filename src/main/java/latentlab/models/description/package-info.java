/**
 * What a stored model is, in words: the {@code card.md} in its folder.
 *
 * <p>Start at {@link latentlab.models.description.ModelDescription}.
 */
@NullMarked
package latentlab.models.description;

import org.jspecify.annotations.NullMarked;
