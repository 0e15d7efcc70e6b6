/**
 * The conditional generative adversarial network (Mirza and Osindero, "Conditional Generative
 * Adversarial Nets", 2014) on the networks of a DCGAN (Radford et al. 2016).
 *
 * <p>Both players are told the class y of the image, so that the generator learns the images of
 * each class and the code is left to hold everything else, the hand:
 *
 * <pre>{@code
 * L_D = mean -log D(x|y) + mean -log(1 - D(G(z|y)|y))      (Mirza and Osindero, equation 2)
 * L_G = mean -log D(G(z|y)|y)                              (non-saturating)
 * z ~ N(0, I),   D(x|y) = sigmoid(l(x, y))
 * }</pre>
 *
 * <p>The generator has the class beside the code, as zeros and a one; the projection that follows
 * makes a learnt vector of it. The generated images have the classes of the real batch, so that
 * both have equal shares.
 *
 * <p>Deviation: the paper puts the class beside the image. Here the discriminator is a projection
 * discriminator (Miyato and Koyama, "cGANs with Projection Discriminator", ICLR 2018, equation 4),
 *
 * <pre>{@code   l(x, y) = w . h(x) + b + w_y . h(x) + b_y}</pre>
 *
 * <p>with h the features of the last convolution. A plane of the same number everywhere is, after a
 * convolution, no more than a shift of its channels, and says nothing about which features belong
 * to which class; here class and features are multiplied, and it costs next to nothing.
 *
 * <p>Start at {@link latentlab.models.conditionalgan.ConditionalGanFamily}; the training is that of
 * {@link latentlab.models.adversarial}.
 */
@NullMarked
package latentlab.models.conditionalgan;

import org.jspecify.annotations.NullMarked;
