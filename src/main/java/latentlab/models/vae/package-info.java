/**
 * The variational autoencoder (Kingma and Welling, "Auto-Encoding Variational Bayes", ICLR 2014)
 * and what is commonly added to it.
 *
 * <p>An encoder maps an image x to the mean mu and log-variance log sigma^2 of a Gaussian q(z|x)
 * with diagonal covariance; a decoder maps a code z to p(x|z), independent over the pixels:
 * Bernoulli distributions given by their logits, or Gaussians of one fixed deviation s, whose means
 * are sigmoids. Both are dense, the decoder's widths those of the encoder mirrored, or
 * convolutional ({@link latentlab.models.networks.ConvolutionalArchitecture}). A training step
 * draws, for each image, one
 *
 * <pre>{@code   z = mu + sigma * epsilon,   epsilon ~ N(0, I)          (their section 2.4)}</pre>
 *
 * <p>and descends the gradient of the negative evidence lower bound, in nats per image, with its
 * additions,
 *
 * <pre>{@code
 * L = -log p(x|z) + beta KL(q(z|x) || N(0, I)) + gamma (1 - SSIM) + delta D
 * -log p(x|z) = sum over pixels of softplus(l) - x l                      (Bernoulli, logit l)
 *             = sum over pixels of (m - x)^2 / (2 s^2) + log s + log(2 pi) / 2  (Gaussian, mean m)
 * KL = 1/2 sum over dimensions of mu^2 + sigma^2 - 1 - log sigma^2        (their appendix B)
 * }</pre>
 *
 * <ul>
 *   <li>beta: Higgins et al., "beta-VAE", ICLR 2017. It may rise from 0 in a warm-up (Bowman et al.
 *       2016). With a capacity C its term is beta |KL - C| (Burgess et al. 2018, equation 8), and C
 *       rises in the warm-up. As there, KL is the mean over the batch.
 *   <li>SSIM: Wang et al. 2004, of the decoded means and the image.
 *   <li>D: the mean squared difference of the features that a trained classifier finds in the
 *       decoded means and in the image (Johnson et al. 2016, one layer).
 * </ul>
 *
 * <p>With several draws for each image the importance-weighted bound is descended instead (Burda,
 * Grosse and Salakhutdinov 2016, equations 8 and 13),
 *
 * <pre>{@code
 * L_k = -log 1/k sum_i w_i,   w_i = p(x|z_i) p(z_i) / q(z_i|x)
 * }</pre>
 *
 * <p>whose gradient is that of -log w_i, weighted by w_i over the sum of them. With k = 1 the KL
 * term is taken in closed form, as above. The same bound with many draws estimates the
 * log-likelihood of a trained model.
 *
 * <p>Grey pixels between 0 and 1 may be given to the Bernoulli likelihood as they are, as is usual;
 * this is a cross-entropy rather than a likelihood, and its minimum is above zero. Binarised, each
 * pixel of each step is drawn to be 0 or 1, and it is a likelihood. A Gaussian of deviation {@code
 * sqrt(1/2)} makes the first term the sum of squared errors and a constant.
 *
 * <p>Start at {@link latentlab.models.vae.VaeFamily}; the step is in {@link
 * latentlab.models.vae.VaeTrainer}.
 */
@NullMarked
package latentlab.models.vae;

import org.jspecify.annotations.NullMarked;
