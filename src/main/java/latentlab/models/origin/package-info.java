/**
 * Pictures that tell how they were made: which model, with which weights, from which code, seed and
 * class, by which sampler.
 *
 * <p>Start at {@link latentlab.models.origin.ImageOrigin}; {@link
 * latentlab.models.origin.DescribedPicture} writes it into a PNG and finds it again, and trusts
 * nothing that it reads.
 */
@NullMarked
package latentlab.models.origin;

import org.jspecify.annotations.NullMarked;
