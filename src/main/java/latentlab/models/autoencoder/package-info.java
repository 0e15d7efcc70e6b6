/**
 * Autoencoders: an encoder f squeezes an image x into a code a of few numbers, a decoder g draws
 * the image again from it (Hinton and Salakhutdinov, "Reducing the dimensionality of data with
 * neural networks", Science 2006). Training makes small, as a mean over the images of a batch,
 *
 * <pre>{@code
 * L = loss(x, g(f(x'))) + w S + lambda C
 *
 * loss   sum over pixels of (p - x)^2, or of -x log p - (1 - x) log(1 - p),  p = sigmoid(g)
 * x'     the image as it is, or corrupted
 * S      sparsity,    C = |df/dx|_F^2    contraction
 * }</pre>
 *
 * <p>Pixels are drawn through a sigmoid under either loss, so that they are from 0 to 1. With the
 * squared error, L and the loss are shown divided by the number of pixels, as the mean squared
 * error for each pixel, which is what is compared everywhere; penalties are shown as they are,
 * without their weights. Weights are thus on the scale of the papers, which sum over pixels, and
 * gradients are taken of L before the division.
 *
 * <ul>
 *   <li><b>Networks</b>: {@link latentlab.models.networks.DenseArchitecture} or {@link
 *       latentlab.models.networks.PoolingArchitecture}.
 *   <li><b>Tied weights</b>: a dense decoder whose weights are the encoder's, transposed and in
 *       reverse order; the gradients of both uses are added. Only the biases are its own.
 *   <li><b>Sparse</b>, with r_j the mean of |a_j| over the batch: {@code S = sum_j r_j} (L1), where
 *       codes are rectified, {@code a = max(h, 0)}, so that units can be silent; or {@code S =
 *       sum_j rho log(rho / r_j) + (1 - rho) log((1 - rho) / (1 - r_j))} (KL), where they are
 *       {@code a = sigmoid(h)} (Ng, "Sparse autoencoder", CS294A lecture notes, 2011, whose r_j are
 *       means over all data, and whose squared error is halved: his beta is half of w here).
 *       Otherwise codes are linear, {@code a = h}.
 *   <li><b>Denoising</b>: x' is the image with Gaussian noise clipped to [0, 1], with values set to
 *       0, or with values set to 0 or 1; the loss compares with the clean x (Vincent et al.,
 *       "Stacked denoising autoencoders", JMLR 2010, section 3).
 *   <li><b>Contractive</b>: Rifai et al., "Contractive auto-encoders", ICML 2011, equation 5. They
 *       have one layer and compute C in closed form; here a dense encoder of any depth, with
 *       rectifiers between its layers, has an unbiased estimate of C with its exact gradient (see
 *       {@link latentlab.models.autoencoder.Contraction}).
 * </ul>
 *
 * <p>Nothing gives the codes a scale or a centre. The weights therefore hold {@code codes.scale},
 * the root of a running mean of their squares, from which follows the range to explore.
 *
 * <p>Start at {@link latentlab.models.autoencoder.AutoencoderFamily}; the loss and its gradient are
 * in {@link latentlab.models.autoencoder.AutoencoderObjective}.
 */
@NullMarked
package latentlab.models.autoencoder;

import org.jspecify.annotations.NullMarked;
