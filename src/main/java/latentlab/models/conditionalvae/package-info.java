/**
 * The conditional variational autoencoder: a VAE whose encoder and decoder are told the class of
 * the image, so that the code is left to hold everything but the class, the hand (Sohn, Lee and
 * Yan, "Learning Structured Output Representation using Deep Conditional Generative Models",
 * NeurIPS 2015, with the image as output and the label as condition; the labelled part of model M2
 * of Kingma et al., "Semi-supervised Learning with Deep Generative Models", NeurIPS 2014).
 *
 * <p>With x an image, y its label and z its code, a training step draws z once for each image and
 * descends, in nats per image,
 *
 * <pre>{@code
 * q(z|x,y) = N(mu(x,y), diag sigma(x,y)^2)
 * z        = mu + sigma * epsilon,  epsilon ~ N(0, I)
 * L        = -log p(x|z,y) + beta KL(q(z|x,y) || p(z|y))      (Sohn et al., equation 4, negated)
 * -log p(x|z,y) = sum over pixels of softplus(l) - x l,  l = l(z,y) the logits
 * }</pre>
 *
 * <p>The prior p(z|y) is N(0, I), as in M2, or N(m_y, diag s_y^2) with a mean and variance learnt
 * for each class. The divergence of two such Gaussians is, over the dimensions,
 *
 * <pre>{@code
 * KL = 1/2 sum of log s_y^2 - log sigma^2 + (sigma^2 + (mu - m_y)^2) / s_y^2 - 1
 * }</pre>
 *
 * <p>The label enters as a one-hot vector or as a vector learnt for each class. It is put beside
 * the pixels where the encoder is dense; where it is convolutional, beside the features that the
 * convolutions have found, before the dense layer, so that label and features can act together. In
 * the decoder it is put beside the code. M2's classifier q(y|x) for images without labels is left
 * out: every image needs its label.
 *
 * <p>The codes that leave the model are measured in units of the prior of their class, {@code u =
 * (z - m_y) / s_y}. With the fixed prior this is z. With the learnt one it makes codes of all
 * classes alike N(0, I), so that a code can be carried from one class to another: {@code x_target =
 * g(f(x, y_source), y_target)}, the same hand with another digit.
 *
 * <p>Start at {@link latentlab.models.conditionalvae.ConditionalVaeFamily}; the step is in {@link
 * latentlab.models.conditionalvae.ConditionalNetworks}.
 */
@NullMarked
package latentlab.models.conditionalvae;

import org.jspecify.annotations.NullMarked;
