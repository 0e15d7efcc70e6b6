/**
 * A small convolutional classifier of labelled images (the principle: LeCun et al., "Gradient-based
 * learning applied to document recognition", Proc. IEEE 1998).
 *
 * <p>Convolutions of 3x3, each with batch normalisation (Ioffe and Szegedy 2015) and ReLU, halve
 * the image until its lesser side is at most 4; a dense layer with ReLU makes the features f of
 * that, and another one the logits l of the classes. A training step descends the cross-entropy of
 * the label y, in nats per image,
 *
 * <pre>{@code
 * L = log(sum over classes of e^l) - l_y
 * }</pre>
 *
 * <p>or, with label smoothing epsilon, its mean under the smoothed label (Szegedy et al.,
 * "Rethinking the Inception architecture", CVPR 2016, section 7), by AdamW. In training features
 * are dropped at random (Srivastava et al. 2014), and each image is moved by a random number of
 * whole pixels.
 *
 * <p>In use, the moving statistics of batch normalisation are constants, so that each is one linear
 * map together with the convolution before it. {@link latentlab.models.classifier.FrozenNetwork} is
 * the network of these maps: through it errors also go back to the pixels, which serves perceptual
 * losses (Johnson et al., "Perceptual losses for real-time style transfer and super-resolution",
 * ECCV 2016, equation 2, here with one layer of features).
 *
 * <p>Start at {@link latentlab.models.classifier.ClassifierFamily}; the step is in {@link
 * latentlab.models.classifier.ClassifierTrainer}.
 */
@NullMarked
package latentlab.models.classifier;

import org.jspecify.annotations.NullMarked;
