/**
 * The generative adversarial network, of dense layers (Goodfellow et al., "Generative Adversarial
 * Nets", NeurIPS 2014).
 *
 * <p>With x a real image, z ~ N(0, I), and D(x) = sigmoid(l(x)) the discriminator's probability
 * that x is real, each player in turn descends its loss while the other is frozen:
 *
 * <pre>{@code
 * L_D = mean -log D(x) + mean -log(1 - D(G(z)))      (their equation 1, negated)
 * L_G = mean -log D(G(z))                            non-saturating (their section 3)
 *     = mean  log(1 - D(G(z)))                       minimax (equation 1)
 * }</pre>
 *
 * <p>At the optimum D is 1/2 everywhere, L_D is 2 log 2 = 1.386 and the non-saturating L_G is log
 * 2. Hinge losses and least squares are there to compare ({@link
 * latentlab.models.adversarial.GanLoss}).
 *
 * <p>What goes wrong can be made to happen, and be cured: a generator with many steps in its turn,
 * or too large a rate, collapses to a few images; a discriminator with a larger rate wins, and with
 * minimax the generator's gradient vanishes. The remedies are label smoothing (the target of real
 * images is 1 - s; Salimans et al. 2016, section 3.4), older fakes shown again (Shrivastava et al.
 * 2017, section 2.3), images compared within a batch (Salimans et al., section 3.2), layers with
 * bounded slopes (Miyato et al. 2018), and a learning rate for each player (Heusel et al. 2017).
 *
 * <p>Deviations: ReLU and LeakyReLU in place of ReLU, sigmoid and maxout, no dropout, Adam in place
 * of momentum; images are -1 to 1 by a tanh; codes are normal, not uniform.
 *
 * <p>Start at {@link latentlab.models.gan.GanFamily}; the training is that of {@link
 * latentlab.models.adversarial}.
 */
@NullMarked
package latentlab.models.gan;

import org.jspecify.annotations.NullMarked;
