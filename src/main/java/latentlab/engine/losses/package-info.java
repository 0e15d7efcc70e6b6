/**
 * What training makes small: each loss gives its value and, in place of a network's output, its
 * gradient with respect to that output.
 *
 * <p>Start at {@link latentlab.engine.losses.SquaredError}, the simplest. {@link
 * latentlab.engine.losses.SoftmaxCrossEntropy} is for classifiers and predicted codes, {@link
 * latentlab.engine.losses.AdversarialLoss} for a critic and its generator, {@link
 * latentlab.engine.losses.StructuralSimilarity} for images. Every loss is summed over the rows of a
 * batch; the factor {@code scale} of the gradient makes it a mean. NaN in an output gives a loss of
 * NaN. Losses that are likelihoods of data are in {@link latentlab.engine.likelihood}.
 */
@NullMarked
package latentlab.engine.losses;

import org.jspecify.annotations.NullMarked;
