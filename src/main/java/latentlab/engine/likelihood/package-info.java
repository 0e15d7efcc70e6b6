/**
 * Probability distributions as the losses of generative models need them: values and gradients.
 *
 * <p>Start at {@link latentlab.engine.likelihood.BernoulliLogits} and {@link
 * latentlab.engine.likelihood.GaussianLikelihood} for p(x|z), and {@link
 * latentlab.engine.likelihood.DiagonalGaussian} for q(z|x).
 */
@NullMarked
package latentlab.engine.likelihood;

import org.jspecify.annotations.NullMarked;
