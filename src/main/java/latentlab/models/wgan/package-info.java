/**
 * The Wasserstein GAN (Arjovsky, Chintala and Bottou, "Wasserstein Generative Adversarial
 * Networks", ICML 2017) and the one with a gradient penalty (Gulrajani et al., "Improved Training
 * of Wasserstein GANs", NeurIPS 2017).
 *
 * <p>A critic f gives each image a number without bounds. If f has slopes of at most 1, then the
 * greatest difference of its means over real images x and drawn ones G(z) is the Wasserstein
 * distance of the two distributions (Arjovsky et al., equation 2). So the critic ascends, in
 * several steps for each of the generator, and the generator descends,
 *
 * <pre>{@code   W = mean f(x) - mean f(G(z))}</pre>
 *
 * <p>W is charted: it falls as the images get better, which the losses of other GANs do not tell.
 * The slopes are held down in one of two ways:
 *
 * <ul>
 *   <li>clipping: each parameter of the critic is kept within [-c, c] after its update. This holds
 *       the slope below some number, not 1, so W is in units of its own. RMSProp, rates of 5e-5, c
 *       = 0.01, 5 critic steps in the paper.
 *   <li>penalty: the critic's loss is
 *       <pre>{@code
 * L_f = mean f(G(z)) - mean f(x) + lambda mean (|grad f(u)| - 1)^2     (Gulrajani, equation 3)
 * u   = t x + (1 - t) G(z),   t uniform in [0, 1) for each pair
 * }</pre>
 *       whose gradient is exact ({@link latentlab.engine.penalty.GradientPenalty}). Adam, rates of
 *       1e-4, beta1 0.5 as in the authors' programs for images (0 in their algorithm 1), beta2 0.9,
 *       lambda = 10, 5 critic steps.
 * </ul>
 *
 * <p>The networks are those of a DCGAN, the critic without batch normalisation and with He's
 * initial weights. Deviation: the paper of 2017 that clips leaves batch normalisation in the
 * critic; here both variants have the same critic, a function of one image at a time, so that they
 * can be compared. A linear output: no sigmoid.
 *
 * <p>Start at {@link latentlab.models.wgan.WganFamily}; the training is that of {@link
 * latentlab.models.adversarial}.
 */
@NullMarked
package latentlab.models.wgan;

import org.jspecify.annotations.NullMarked;
