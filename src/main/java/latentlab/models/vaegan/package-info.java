/**
 * The VAE-GAN (Larsen, Sonderby, Larochelle and Winther, "Autoencoding beyond pixels using a
 * learned similarity metric", ICML 2016): a variational autoencoder whose decoder is the generator
 * of a GAN, and whose reconstructions are compared in the features of that GAN's discriminator.
 *
 * <p>An encoder gives q(z|x), a diagonal Gaussian; a generator draws x~ from z ~ q(z|x) and x_p
 * from z_p ~ N(0, I); a discriminator D judges x, x~ and x_p. With D_l its hidden layer before the
 * logit,
 *
 * <pre>{@code
 * L_prior = KL(q(z|x) || N(0, I))                                            (equation 4)
 * L_like  = 1/2 sum over features of (D_l(x) - D_l(x~))^2                    (equations 7 and 8)
 * L_D     = -log D(x) - 1/2 log(1 - D(x~)) - 1/2 log(1 - D(x_p))
 * L_G     = -1/2 log D(x~) - 1/2 log D(x_p)
 *
 * encoder        descends   beta L_prior + L_like
 * generator      descends   gamma L_like + L_G
 * discriminator  descends   L_D                                              (algorithm 1)
 * }</pre>
 *
 * <p>All three gradients are taken from one batch before any of them moves, as in algorithm 1.
 * Deviations: the constant of the Gaussian is left out of L_like; the generator's loss is the
 * non-saturating one, as is usual; both kinds of generated images count half, so that a
 * discriminator that cannot tell answers 1/2; the divergence may be weighted by beta; Adam in place
 * of RMSProp. Real and generated images go through the discriminator apart, so that its batch
 * normalisation has statistics of each, as in {@code dcgan}.
 *
 * <p>Encoder and generator are those of {@link
 * latentlab.models.networks.ConvolutionalArchitecture}, as the family {@code vae} has them; the
 * discriminator is that of {@link latentlab.models.adversarial.ConvolutionalPlayers}. Images are -1
 * to 1 inside.
 *
 * <p>Start at {@link latentlab.models.vaegan.VaeGanFamily}; the step is in {@link
 * latentlab.models.vaegan.VaeGanTrainer}.
 */
@NullMarked
package latentlab.models.vaegan;

import org.jspecify.annotations.NullMarked;
