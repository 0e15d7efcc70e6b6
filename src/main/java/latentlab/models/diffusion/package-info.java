/**
 * Denoising diffusion (Ho, Jain and Abbeel 2020): a U-Net learns to tell an image from the noise in
 * it, and images are made from noise by asking it step by step.
 *
 * <p>A training step draws for each image a step t and noise e, makes x_t = a x_0 + b e with a^2 =
 * abar(t) and b^2 = 1 - abar(t), and lowers
 *
 * <pre>{@code
 * w(t) |target - network(x_t, t, class)|^2 / values      (equation 14, where w = 1)
 * }</pre>
 *
 * <p>with the noise, the velocity a e - b x_0 (Salimans and Ho 2022) or the image as target, and
 * the weight of min-SNR (Hang et al. 2023) if wanted. For some of the images the class is left out,
 * so that the network can do without it as well (Ho and Salimans 2022). Images are drawn by a
 * running average of the weights.
 *
 * <p>Deviations: the steps t of a batch are spread evenly over 1 to T from a random start (Kingma
 * et al. 2021, appendix I), which makes losses of batches differ less. The network is told 1000 t /
 * T, so that its time embedding has the same range for any T. The classes enter as weights through
 * a linear layer, so a mix of two is told by two weights. In the smallest network the first
 * convolution halves the image.
 *
 * <p>Start at {@link latentlab.models.diffusion.DiffusionFamily}; sampling is in {@link
 * latentlab.models.denoising}.
 */
@NullMarked
package latentlab.models.diffusion;

import org.jspecify.annotations.NullMarked;
