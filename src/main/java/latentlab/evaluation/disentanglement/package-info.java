/**
 * Whether each dimension of a code stands for one factor of the images, measured on synthetic
 * digits whose factors are known.
 *
 * <p>Start at {@link latentlab.evaluation.disentanglement.Disentanglement}.
 */
@NullMarked
package latentlab.evaluation.disentanglement;

import org.jspecify.annotations.NullMarked;
