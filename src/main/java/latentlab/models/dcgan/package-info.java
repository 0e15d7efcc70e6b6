/**
 * The DCGAN (Radford, Metz and Chintala, "Unsupervised Representation Learning with Deep
 * Convolutional Generative Adversarial Networks", ICLR 2016).
 *
 * <p>Its guidelines, and how they are followed:
 *
 * <ul>
 *   <li>strided convolutions in place of pooling, in both players: kernels of 4x4 with stride 2
 *       (theirs are 5x5);
 *   <li>batch normalisation in both, but for the generator's output and the discriminator's input;
 *       real and generated images go through the discriminator in batches apart;
 *   <li>no dense hidden layers: the code is projected and reshaped, and the last features go
 *       straight to the logit;
 *   <li>ReLU in the generator and tanh at its output; LeakyReLU with a slope of 0.2 in the
 *       discriminator;
 *   <li>weights drawn from N(0, 0.02^2), Adam with a rate of 2e-4 and beta1 of 0.5.
 * </ul>
 *
 * <p>The losses are, with the non-saturating one as the default,
 *
 * <pre>{@code
 * L_D = mean -log D(x) + mean -log(1 - D(G(z)))        (Goodfellow et al. 2014, equation 1)
 * L_G = mean -log D(G(z))                              (their section 3)
 * z ~ N(0, I),   D(x) = sigmoid(l(x))
 * }</pre>
 *
 * <p>Deviations: codes are normal, not uniform; how often images are halved follows from their size
 * (28x28 twice), and the first stage has 64 channels, not 128; the scales of batch normalisation
 * start at 1. Spectral normalisation (Miyato et al. 2018) takes the place of the discriminator's
 * batch normalisation, whose scales would undo it. With a target of 1 - s for real images the first
 * term of L_D becomes the cross-entropy from it (one-sided label smoothing, Salimans et al. 2016).
 *
 * <p>Start at {@link latentlab.models.dcgan.DcganFamily}; the training is that of {@link
 * latentlab.models.adversarial}.
 */
@NullMarked
package latentlab.models.dcgan;

import org.jspecify.annotations.NullMarked;
