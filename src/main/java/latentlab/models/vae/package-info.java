/**
 * The variational autoencoder (Kingma and Welling, "Auto-Encoding Variational Bayes", ICLR 2014),
 * with the weight beta on its divergence (Higgins et al., "beta-VAE", ICLR 2017).
 *
 * <p>An encoder maps an image x to the mean mu and log-variance log sigma^2 of a Gaussian q(z|x)
 * with diagonal covariance; a decoder maps a code z to the logits l of one Bernoulli distribution
 * p(x|z) for each pixel. Both are dense networks, the decoder's widths those of the encoder
 * mirrored. A training step draws, for each image, one
 *
 * <pre>{@code   z = mu + sigma * epsilon,   epsilon ~ N(0, I)          (their section 2.4)}</pre>
 *
 * <p>and descends the gradient of the negative evidence lower bound, in nats per image,
 *
 * <pre>{@code
 * L = -log p(x|z) + beta * KL(q(z|x) || N(0, I))
 * -log p(x|z) = sum over pixels of softplus(l) - x l
 * KL = 1/2 sum over dimensions of mu^2 + sigma^2 - 1 - log sigma^2    (their appendix B)
 * }</pre>
 *
 * <p>Grey pixels between 0 and 1 are given to the Bernoulli likelihood as they are, as is usual;
 * this is a cross-entropy rather than a likelihood, and its minimum is above zero.
 *
 * <p>Start at {@link latentlab.models.vae.VaeFamily}; the step is in {@link
 * latentlab.models.vae.VaeTrainer}.
 */
@NullMarked
package latentlab.models.vae;

import org.jspecify.annotations.NullMarked;
